import type {} from 'standfirst/types/solid';

// prettier-ignore
export const wrong = [
  <news-article-card layout="diagonal" />, // wrong
  <news-article-card data={{ headline: 'No address' }} />, // wrong
  <news-article-card heading-level="two" />, // wrong
  <news-article-card headingLevel="2" />, // wrong
  <news-article-card headlin="A slip" />, // wrong
  <news-article-card on:news-navigate={(event) => event.address} />, // wrong
  <news-related-stories load-more={false} />, // wrong
  <news-article-card class="lead" heading-level={2} slot="media" on:news-error={(event) => event.kind === 'cors'} />,
  <news-related-stories load-more loadMore={false} ratio="16/9" />,
];
