import { NewsArticleCard } from 'standfirst/react';

// prettier-ignore
export const wrong = [
  <NewsArticleCard layout="diagonal" />, // wrong
  <NewsArticleCard data={{ headline: 'No address' }} />, // wrong
  <NewsArticleCard headingLevel="2" />, // wrong
  <NewsArticleCard headlin="A slip" />, // wrong
  <NewsArticleCard onNewsNavigate={(event) => event.address} />, // wrong
  <NewsArticleCard onNewsShareDone={() => {}} />, // wrong
  <NewsArticleCard className="lead" slot="media" onNewsError={(event) => event.kind === 'cors'} />,
];
