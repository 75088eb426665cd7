import { warn } from './warn.js';

// Pages may allow only named policies to turn text into HTML or script. Ours goes by the name `standfirst`, and is made
// when it is first needed. Files for script tags have src/embed/trusted-policy.ts in place of this one.

export interface Policy {
  createHTML(text: string): string;
  createScript(text: string): string;
}

export interface Policies {
  createPolicy(name: string, rules: Policy): Policy;
}

const asItIs: Policy = { createHTML: (text) => text, createScript: (text) => text };

let made: Policy | undefined;

export function policy(): Policy {
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
