/**
 * The absolute address, if it is one that a reader may be sent to; else undefined.
 * An allow-list, because the list of schemes that run script has never been complete.
 */
export function safeUrl(value: unknown, base?: string): string | undefined {
  if (typeof value !== 'string' || !value.trim()) return undefined;
  try {
    const url = new URL(value, base);
    return /^(https?|mailto):$/.test(url.protocol) ? url.href : undefined;
  } catch {
    return undefined;
  }
}

/**
 * An address that the publisher wrote, as it was written, unless it would run a script. A server does not know what a
 * relative one is relative to.
 */
export const ownAddress = (value: string | undefined): string | undefined =>
  safeUrl(value, 'https://page.invalid') && value;

/** The address with extra query parameters (`utm_source=partner`), those of the same name replaced. */
export function withParams(url: string, params: string | undefined): string {
  if (!params || !URL.canParse(url)) return url;
  const result = new URL(url);
  for (const [name, value] of new URLSearchParams(params)) result.searchParams.set(name, value);
  return result.href;
}
