import { failure, ok, warning, type Finding } from './finding.js';
import type { Page } from './page.js';
import { lets, letsMake, policiesIn, speaking, type Directive, type Pass, type Policy } from './policy.js';

// What a page's Content-Security-Policy must let through for our elements. Style sheets need nothing: the elements adopt
// theirs.

/** What the elements on a page load, by the directive that speaks about it. */
export type Needs = readonly (readonly [directive: Directive, address: string])[];

const losses: Readonly<Record<Directive, string>> = {
  'script-src': 'no element starts',
  'connect-src': 'no story is read',
  'img-src': 'stories have no pictures',
  'form-action': 'comments do not arrive',
};

/** The directive as it has to be. */
function corrected(policy: Policy, directive: Directive, address: string): string {
  const { name, sources = [] } = speaking(policy, directive) ?? {};
  const kept = sources.filter((one) => one.toLowerCase() !== "'none'");
  return [name === 'default-src' ? directive : (name ?? directive), ...kept, new URL(address).origin].join(
    ' ',
  );
}

/** Our files for script tags carry a Lit that shares our Trusted Types policy; any other makes one of its own. */
const carriesLit = (script: string): boolean => /\/standfirst(\.all)?\.js([?#]|$)/.test(script);

/** Without Lit's policy nothing starts: it is made as soon as Lit is loaded. */
function trustedTypes(policy: Policy, lits: string): Finding[] {
  const names = [...new Set([lits, 'standfirst'])];
  const refused = names.find((name) => !letsMake(policy, name));
  if (!refused) return [];
  const allowed = [...new Set([...(policy.get('trusted-types') ?? []), ...names])];
  const remedy = `Write: trusted-types ${allowed.filter((name) => name !== "'none'").join(' ')}`;
  return [
    refused === lits
      ? failure('CSP', `it refuses the Trusted Types policy “${lits}”: no element starts`, remedy)
      : warning(
          'CSP',
          'it refuses the Trusted Types policy “standfirst”: bodies of stories show as plain text',
          remedy,
        ),
  ];
}

export function csp(page: Page, headers: Headers, needs: Needs): Finding[] {
  const policies = [headers.get('Content-Security-Policy') ?? '', ...page.policies].flatMap(policiesIn);
  if (!policies.length) return [ok('CSP', 'there is none, and so nothing is forbidden')];
  const { tag, url: address = '' } = page.script ?? {};
  const lits = carriesLit(address) ? 'standfirst' : 'lit-html';
  const pass: Pass = {
    nonce: tag?.getAttribute('nonce') ?? null,
    integrity: tag?.getAttribute('integrity') ?? null,
  };
  // One finding for each origin, not for each picture; the first policy that refuses is the first to correct.
  const refused = new Map<string, Finding>();
  for (const [directive, address] of needs) {
    const policy = policies.find(
      (one) => !lets(one, directive, address, page.url, directive === 'script-src' ? pass : undefined),
    );
    if (!policy) continue;
    const { origin } = new URL(address);
    const { name = directive } = speaking(policy, directive) ?? {};
    const trusting =
      directive === 'script-src' && /'strict-dynamic'/i.test(policy.get(name)?.join(' ') ?? '');
    refused.set(
      `${directive} ${origin}`,
      failure(
        'CSP',
        `${name} does not let ${origin} through: ${losses[directive]}`,
        trusting
          ? "Give our script tag the page's nonce: with 'strict-dynamic' its address does not count."
          : `Write: ${corrected(policy, directive, address)}`,
      ),
    );
  }
  const wrong = [...refused.values(), ...policies.flatMap((policy) => trustedTypes(policy, lits))];
  const seen = [...new Set(needs.map(([directive]) => directive))].join(', ');
  return wrong.length ? wrong : [ok('CSP', `it lets through what the elements need${seen && ` (${seen})`}`)];
}
