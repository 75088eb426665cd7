import type {} from 'standfirst/types/react';

// prettier-ignore
export const wrong = [
  <news-article-card layout="diagonal" />, // wrong
  <news-article-card data={{ headline: 'No address' }} />, // wrong
  <news-article-card heading-level="two" />, // wrong
  <news-article-card headingLevel="2" />, // wrong
  <news-article-card headlin="A slip" />, // wrong
  <news-article-card onnews-navigate={(event) => event.address} />, // wrong
  <news-related-stories load-more={false} />, // wrong
  <news-article-card className="lead" heading-level={2} slot="media" onnews-error={(event) => event.kind === 'cors'} />,
  <news-related-stories load-more loadMore={false} ratio="16/9" />,
];
