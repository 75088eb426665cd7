// In place of src/kit/trusted-policy.ts in files for script tags: Lit is in them, too, and one policy serves both.
import type { Policies, Policy } from '../kit/trusted-policy.js';

const asItIs: Policy = { createHTML: (text) => text, createScript: (text) => text };

const made = make() ?? asItIs;

export const policy = (): Policy => made;

function make(): Policy | undefined {
  try {
    return (globalThis as { trustedTypes?: Policies }).trustedTypes?.createPolicy('standfirst', asItIs);
  } catch {
    // Nothing is defined, and the fallback stays.
    throw new Error(
      'NEWS-TRUSTED-TYPES: no element starts, for the page refuses the policy "standfirst". Add it to trusted-types in the Content-Security-Policy; a page with two copies of Standfirst needs \'allow-duplicates\', too.',
    );
  }
}
