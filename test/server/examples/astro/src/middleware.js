import { renderPage } from 'standfirst/server';

/** Renders our elements in all pages of HTML. */
export async function onRequest(_context, next) {
  const answer = await next();
  if (!answer.body || !answer.headers.get('Content-Type')?.includes('text/html')) return answer;
  return new Response(renderPage(answer.body, { api: process.env.NEWS_API }), answer);
}
