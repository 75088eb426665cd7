import 'standfirst/define/article-card';
import type { Story } from 'standfirst';

export function showCard(place: Element, story: Story, tell: (address: string) => void): void {
  const card = document.createElement('news-article-card');
  card.data = story;
  card.headingLevel = 2;
  card.addEventListener('news-navigate', (event) => {
    event.preventDefault();
    tell(event.url);
  });
  place.append(card);
}
