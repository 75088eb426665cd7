import { warn } from './warn.js';

// Pages may allow only named policies to turn text into HTML or script. Ours goes by the name `standfirst`, is made when
// it is first needed, and never leaves this file.

export interface Policy {
  createHTML(text: string): string;
  createScript(text: string): string;
}

export interface Policies {
  createPolicy(name: string, rules: Policy): Policy;
}

const asItIs: Policy = { createHTML: (text) => text, createScript: (text) => text };

let made: Policy | undefined;

function policy(): Policy {
  const { trustedTypes } = globalThis as { trustedTypes?: Policies };
  try {
    made ??= trustedTypes?.createPolicy('standfirst', asItIs) ?? asItIs;
  } catch {
    warn(
      'NEWS-TRUSTED-TYPES',
      'The page refuses the policy "standfirst": bodies of stories are shown as plain text. Add it to trusted-types in the Content-Security-Policy; a page with two copies of Standfirst needs \'allow-duplicates\', too.',
    );
    // Where a page refuses the name and demands none, text will do.
    made = asItIs;
  }
  return made;
}

/**
 * Parses HTML, or XML, into a document in which nothing runs and nothing is loaded.
 * @throws {TypeError} where the page demands a policy, and refuses ours
 */
export const inertDocument = (text: string, type: DOMParserSupportedType = 'text/html'): Document =>
  new DOMParser().parseFromString(policy().createHTML(text), type);

/**
 * Fills a script element that holds data.
 * @throws {TypeError} where the page demands a policy, and refuses ours
 */
export function fillScript(script: HTMLScriptElement, text: string): void {
  script.text = policy().createScript(text);
}
