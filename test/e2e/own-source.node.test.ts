import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { html, javascript, json, serve } from '../cli/support.js';
import { launch } from './support.js';

const file = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

const article = (name: string, title: string): object => ({
  documentId: name.padEnd(24, '0'),
  slug: name,
  title,
  category: { name: 'World', slug: 'world' },
});

test('the source that docs/own-source.md shows works beside the one file, without a build step', async () => {
  const docs = file('docs/own-source.md');
  const [, example] = /<!-- example -->\s*```js\n([^]*?)```/.exec(docs)!;
  const [, line] = /```js\n(import .* from 'https:.*standfirst.all.js.*';)\n```/.exec(docs)!;
  const [, tags] = /```html\n(<script[^]*?)```/.exec(docs)!;
  const [, elements] = /```html\n(<news-provider[^]*?)```/.exec(docs)!;
  const script = file('dist/standfirst.all.js');
  const origin = await serve(({ path, here }) => {
    const local = (text: string): string => text.replaceAll(/https:\/\/(cms\.)?example\.org/g, here);
    if (path === '/')
      return html(`<!doctype html><link rel="icon" href="data:,">${local(tags! + elements!)}`);
    if (path === '/strapi.js')
      return { ...javascript, body: local(example!.replace(/^import .*standfirst';$/m, line!)) };
    if (path.startsWith('/standfirst.all.js')) return { ...javascript, body: script };
    const known = article('harbour-bridge-opens', 'The bridge opens');
    const others = [article('night-ferry', 'The night ferry is back')];
    return json({ data: path.includes('$in') || path.includes('%24in') ? [known] : others });
  });
  const browser = await launch();
  try {
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.text().includes('NEWS-')) complaints.push(message.text());
    });
    await page.goto(origin);
    await page.locator('news-related-stories').getByText('The night ferry is back').waitFor();
    assert.deepEqual(complaints, []);
  } finally {
    await browser.close();
  }
});
