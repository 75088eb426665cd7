import type { TestRunnerConfig } from '@web/test-runner';
import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { html, unsafeStatic } from 'lit/static-html.js';
import { loadWords } from '../../src/kit/words/load.js';

type Middleware = NonNullable<TestRunnerConfig['middleware']>[number];

const src = new URL('../../src/', import.meta.url);

/**
 * `GET /__ssr?module=elements/article-card/define.ts&tag=news-article-card&data={}&attrs={}&words=de`: the element as
 * this process renders it, with a declarative shadow root, once it has the words of that language.
 */
export const serverRendering: Middleware = async (context, next) => {
  if (context.path !== '/__ssr') return next();
  try {
    context.body = await renderElement(context.URL.searchParams);
  } catch (error) {
    context.status = 500;
    context.body = String((error as Error).stack);
  }
};

async function renderElement(query: URLSearchParams): Promise<string> {
  await import(new URL(query.get('module')!, src).href);
  await loadWords(query.get('words') ?? 'en');
  const tag = unsafeStatic(query.get('tag')!);
  const attributes = unsafeStatic(
    attributesOf(JSON.parse(query.get('attrs') ?? '{}') as Record<string, string>),
  );
  const data = query.get('data');
  return collectResult(
    render(
      data === null
        ? html`<${tag} ${attributes}></${tag}>`
        : html`<${tag} ${attributes} .data=${JSON.parse(data)}></${tag}>`,
    ),
  );
}

function attributesOf(attributes: Record<string, string>): string {
  return Object.entries(attributes)
    .map(([name, value]) => `${name}="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`)
    .join(' ');
}
