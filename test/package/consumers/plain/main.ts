import { story, tell } from '../story.js';
import { showCard } from './card.js';

const place = document.querySelector('#app') as HTMLElement;
showCard(place, story, tell);
place.insertAdjacentHTML(
  'beforeend',
  '<news-article-card headline="By hand" href="/by-hand"></news-article-card>',
);
