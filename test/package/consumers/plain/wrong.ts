// prettier-ignore
import 'standfirst/define/article-card';
import type { Story } from 'standfirst';

const card = document.createElement('news-article-card');
card.headingLevel = 'two'; // wrong
card.layout = 'diagonal'; // wrong
card.data = { headline: 'No address' }; // wrong
card.addEventListener('news-navigate', (event) => event.address); // wrong
card.addEventListener('news-error', (event) => event.kind === 'weather'); // wrong
document.querySelector('news-article-card')?.story?.toFixed(); // wrong
export const story: Story = { id: 12, url: '', headline: '' }; // wrong
