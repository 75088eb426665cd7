import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { renderPage } from 'standfirst/server';

/** Serves a page of HTML with our elements in it. */
export const site = (page, options) =>
  createServer(async (_request, response) => {
    const html = await renderPage(await readFile(page, 'utf8'), options);
    response.setHeader('Content-Type', 'text/html; charset=utf-8').end(html);
  });
