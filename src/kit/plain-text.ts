const named: Record<string, string> = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0', hellip: '…', ndash: '–', mdash: '—',
  lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', laquo: '«', raquo: '»', copy: '©', eacute: 'é',
}; // prettier-ignore

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
        if (name) return (Object.hasOwn(named, name) && named[name]) || whole;
        return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
      },
    )
    .replace(/\s+/g, ' ')
    .trim();
}
