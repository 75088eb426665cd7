// Loaded when a comment can be posted on the site's own page only.
import { clientFor, type ContentApi } from '../../content/content-api.js';
import { longestTry } from '../../content/post-comment.js';
import type { Handover } from '../../sources/source.js';

/**
 * Takes the reader to another page with a form, as if they had sent it from a page without script.
 * @returns whether they may go, once that is known: their page goes, or its policy keeps them (CSP, `form-action`)
 */
export function leaveWith(handover: Handover): Promise<boolean> {
  const known = new AbortController();
  const { signal } = known;
  return new Promise<boolean>((resolve) => {
    addEventListener('pagehide', () => resolve(true), { signal });
    const violated = ({ effectiveDirective, disposition }: SecurityPolicyViolationEvent): void => {
      if (effectiveDirective === 'form-action' && disposition === 'enforce') resolve(false);
    };
    addEventListener('securitypolicyviolation', violated, { signal });
    // The browser's Stop, or an answer that is no page: nobody knows whether the form has arrived.
    setTimeout(() => resolve(true), longestTry);
    try {
      submit(handover);
    } catch {
      // Firefox throws where a policy keeps the form.
      resolve(false);
    }
  }).finally(() => known.abort());
}

function submit({ action, fields }: Handover): void {
  const form = document.createElement('form');
  form.method = 'post';
  form.action = action;
  // Whatever the page itself is written in, and wherever it opens its links.
  form.acceptCharset = 'utf-8';
  form.target = '_self';
  form.hidden = true;
  for (const [name, value] of Object.entries(fields)) {
    // Not an input: that would drop the lines of a text.
    const field = document.createElement('textarea');
    field.name = name;
    field.value = value;
    form.append(field);
  }
  document.body.append(form);
  try {
    // A field may be named `submit`.
    HTMLFormElement.prototype.submit.call(form);
  } finally {
    form.remove();
  }
}

/** Where a reader finds the story's own page, as far as the API tells. */
export async function pageOf(config: ContentApi, story: string): Promise<string | undefined> {
  try {
    const client = await clientFor(config);
    return (await client.story(story, 'teaser', AbortSignal.timeout(longestTry / 4)))?.url;
  } catch {
    return undefined;
  }
}
