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

/** The address with extra query parameters (`utm_source=partner`), those of the same name replaced. */
export function withParams(url: string, params: string | undefined): string {
  if (!params) return url;
  const result = new URL(url);
  for (const [name, value] of new URLSearchParams(params)) result.searchParams.set(name, value);
  return result.href;
}
