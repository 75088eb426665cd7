import { render } from 'solid-js/web';
import { story, tell } from '../story.js';
import { Cards } from './cards.js';

render(() => <Cards story={story} tell={tell} />, document.querySelector('#app') as HTMLElement);
