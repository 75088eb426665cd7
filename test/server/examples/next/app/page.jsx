import { renderPage } from 'standfirst/server';
import { Elements } from './elements.jsx';

export const dynamic = 'force-dynamic';

const stories = `
  <news-article-card story="1"><a href="/world">More from World</a></news-article-card>
  <news-article-card story="2"></news-article-card>`;

export default async function Page() {
  const html = await renderPage(stories, { api: process.env.NEWS_API });
  return (
    <main>
      <Elements />
      <div suppressHydrationWarning dangerouslySetInnerHTML={{ __html: html }} />
    </main>
  );
}
