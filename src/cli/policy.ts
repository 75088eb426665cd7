// Content Security Policy, level 3: what a page's policies let it load. https://www.w3.org/TR/CSP3/

/** One policy: its directives by name. */
export type Policy = ReadonlyMap<string, readonly string[]>;

/** The policies of a header, which a comma parts, or of a `meta` element. */
export const policiesIn = (text: string): Policy[] =>
  text
    .split(',')
    .map((policy) => {
      const directives = new Map<string, readonly string[]>();
      for (const directive of policy.split(';')) {
        const [name, ...sources] = directive.trim().split(/\s+/);
        // The first of a name counts.
        if (name && !directives.has(name.toLowerCase())) directives.set(name.toLowerCase(), sources);
      }
      return directives;
    })
    .filter(({ size }) => size);

const fallbacks: Readonly<Record<string, readonly string[] | undefined>> = {
  'script-src': ['script-src-elem', 'script-src', 'default-src'],
  'connect-src': ['connect-src', 'default-src'],
  'img-src': ['img-src', 'default-src'],
  'form-action': ['form-action'],
};

export type Directive = 'script-src' | 'connect-src' | 'img-src' | 'form-action';

/** The directive of a policy that speaks about such a load; undefined where none does. */
export function speaking(
  policy: Policy,
  directive: Directive,
): { name: string; sources: readonly string[] } | undefined {
  const name = fallbacks[directive]?.find((one) => policy.has(one));
  return name === undefined ? undefined : { name, sources: policy.get(name) ?? [] };
}

const portOf = ({ port, protocol }: URL): string => port || (protocol === 'https:' ? '443' : '80');

/** "Does url match expression in origin": also by https where http was said. */
function matches(expression: string, url: URL, page: URL): boolean {
  const upgrades = (from: string): boolean =>
    from === url.protocol || (from === 'http:' && url.protocol === 'https:');
  if (expression === '*') return true;
  if (/^[a-z][a-z\d+.-]*:$/i.test(expression)) return upgrades(expression.toLowerCase());
  if (expression.toLowerCase() === "'self'")
    return (
      url.origin === page.origin ||
      (url.hostname === page.hostname && upgrades(page.protocol) && !url.port && !page.port)
    );
  const parts = /^(?:([a-z][a-z\d+.-]*:)\/\/)?(\*|[^:/'[\]]+|\[[^\]]*\])(?::(\d+|\*))?(\/[^?#]*)?$/i.exec(
    expression,
  );
  if (!parts) return false;
  const [, scheme = page.protocol, host = '', port, path = ''] = parts;
  const name = host.toLowerCase();
  const sameHost =
    name === '*' || (name.startsWith('*.') ? url.hostname.endsWith(name.slice(1)) : url.hostname === name);
  const own = portOf(url);
  const samePort = port === '*' || port === own || (port === '80' && own === '443') || (!port && !url.port);
  const samePath = !path || (path.endsWith('/') ? url.pathname.startsWith(path) : url.pathname === path);
  return upgrades(scheme.toLowerCase()) && sameHost && samePort && samePath;
}

/** What a script tag can show in place of its address. */
export interface Pass {
  readonly nonce: string | null;
  readonly integrity: string | null;
}

/** Whether a policy lets a page load that address. */
export function lets(
  policy: Policy,
  directive: Directive,
  address: string,
  page: string,
  pass?: Pass,
): boolean {
  const found = speaking(policy, directive);
  if (!found) return true;
  const { sources } = found;
  const hashes = pass?.integrity?.split(/\s+/).filter(Boolean) ?? [];
  if (pass?.nonce && sources.includes(`'nonce-${pass.nonce}'`)) return true;
  if (hashes.length && hashes.every((hash) => sources.includes(`'${hash}'`))) return true;
  // "strict-dynamic": addresses no longer count for scripts.
  if (pass && sources.some((one) => one.toLowerCase() === "'strict-dynamic'")) return false;
  return sources.some((one) => matches(one, new URL(address), new URL(page)));
}

/** Whether a policy lets scripts make a Trusted Types policy of that name. */
export function letsMake(policy: Policy, name: string): boolean {
  const names = policy.get('trusted-types');
  return !names || names.includes('*') || names.includes(name);
}
