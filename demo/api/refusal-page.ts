import { html } from 'hono/html';
import type { Problem } from './problems.js';

const input = (
  label: string,
  name: string,
  value: string,
  attributes: { type: string; autocomplete: string },
) => html`
  <label>
    ${label}
    <input
      name="${name}"
      value="${value}"
      type="${attributes.type}"
      autocomplete="${attributes.autocomplete}"
    />
  </label>
`;

/**
 * The answer to a page's own form, posted without JavaScript, when the comment cannot be taken: what is wrong, and the
 * form again with everything in it but the e-mail address, which no answer ever holds. It posts to where it came from.
 */
export function refusalPage(problem: Problem, form: URLSearchParams | undefined) {
  const value = (name: string) => form?.get(name) ?? '';
  const reasons =
    problem.errors.length > 0
      ? problem.errors.map(({ field, reason }) => html`<li>${field} ${reason}</li>`)
      : html`<li>${problem.detail}</li>`;
  // A comment that differs from the first one sent under its key cannot be sent under that key again.
  const key = problem.kind === 'idempotency-key-reused' ? '' : value('idempotencyKey');
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>Your comment was not posted</title>
        <link rel="stylesheet" href="/pages.css" />
      </head>
      <body>
        <main>
          <h1>Your comment was not posted</h1>
          <ul>
            ${reasons}
          </ul>
          ${
            form
              ? html`<form method="post">
                  <input type="hidden" name="story" value="${value('story')}" />
                  <input type="hidden" name="parent" value="${value('parent')}" />
                  <input type="hidden" name="idempotencyKey" value="${key}" />
                  <label>
                    Your comment
                    <textarea name="text" rows="12" required dir="auto">${value('text')}</textarea>
                  </label>
                  ${input('Name', 'name', value('name'), { type: 'text', autocomplete: 'name' })}
                  ${input('E-mail (will not be published)', 'email', '', { type: 'email', autocomplete: 'email' })}
                  ${input('Website (if you like)', 'website', value('website'), { type: 'url', autocomplete: 'url' })}
                  <button>Post comment</button>
                </form>`
              : html`<p>Go back to find your text where you wrote it.</p>`
          }
        </main>
      </body>
    </html>`;
}
