// In place of src/kit/trusted.ts in files for script tags: Lit is in them, too, and one policy serves both.
import type { Policies, Policy } from '../kit/trusted.js';

const asItIs: Policy = { createHTML: (text) => text, createScript: (text) => text };

/** What turns text into HTML or script, for Lit and for us. */
export const policy = made() ?? asItIs;

function made(): Policy | undefined {
  try {
    return (globalThis as { trustedTypes?: Policies }).trustedTypes?.createPolicy('standfirst', asItIs);
  } catch {
    // Nothing is defined, and the fallback stays.
    throw new Error(
      'NEWS-TRUSTED-TYPES: no element starts, for the page refuses the policy "standfirst". Add it to trusted-types in the Content-Security-Policy; a page with two copies of Standfirst needs \'allow-duplicates\', too.',
    );
  }
}

export const inertDocument = (text: string, type: DOMParserSupportedType = 'text/html'): Document =>
  new DOMParser().parseFromString(policy.createHTML(text), type);

export function fillScript(script: HTMLScriptElement, text: string): void {
  script.text = policy.createScript(text);
}
