/** What names stand for, the last sign of each pair. After a hyphen: what the name of a letter ends in, `eacute`. */
const named = new Map(
  'amp& lt< gt> quot" apos\' nbsp\u00a0 hellip… ndash– mdash— lsquo‘ rsquo’ ldquo“ rdquo” bdquo„ laquo« raquo» copy© euro€ szligß -grave\u0300 -acute\u0301 -circ\u0302 -tilde\u0303 -uml\u0308 -ring\u030a -cedil\u0327 -caron\u030c'
    .split(' ')
    .map((pair) => [pair.slice(0, -1), pair.slice(-1)] as const),
);

/**
 * The text of a piece of HTML, to be shown as text. A pattern and no parser: it runs on a server as well, needs no
 * Trusted Types policy, and what it leaves over is never parsed again.
 */
export function plainText(html: string): string {
  return html
    .replace(/<(script|style)\b[^]*?(<\/\1\s*>|$)/gi, '')
    .replace(/<\/?[a-z!][^<>]*>/gi, (tag) => (/^<\/?(p|br|div|li|h\d)\b/i.test(tag) ? ' ' : ''))
    .replace(
      /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,8}));/gi,
      (whole: string, decimal?: string, hex?: string, name?: string) => {
        const code = decimal ? Number(decimal) : parseInt(hex ?? '', 16);
        if (name) {
          const accent = named.get(`-${name.slice(1)}`);
          return accent ? (name.charAt(0) + accent).normalize() : (named.get(name) ?? whole);
        }
        return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
      },
    )
    .replace(/\s+/g, ' ')
    .trim();
}
