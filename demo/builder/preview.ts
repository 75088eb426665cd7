import { html, raw } from 'hono/html';
import type { Html } from '../site/page.js';
import { directionOf, type Choice } from './choice.js';
import { preview } from './snippets.js';

/** A page as a publisher may have one, with the elements in it. */
export function previewPage(choice: Choice): Html {
  const { lang, host } = choice;
  return html`<!doctype html>
    <html lang="${lang}" dir="${directionOf(lang)}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>Preview</title>
        <base target="_blank" />
        <link rel="stylesheet" href="/builder/hosts.css" />
        <script src="/builder/preview.js"></script>
      </head>
      <body class="${host}">
        <div class="bar" aria-hidden="true"></div>
        <main>
          <div class="lines" aria-hidden="true"></div>
          ${raw(preview(choice, '/standfirst'))}
          <div class="lines" aria-hidden="true"></div>
        </main>
      </body>
    </html>`;
}
