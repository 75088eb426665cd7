import fc from 'fast-check';

// Hostile text that nobody has written down yet: markup that is broken in the ways in which parsers differ, and what
// breaks out of other languages. Each piece calls `ran()` where it runs, by itself, by an event or by a click.

const call = 'parent.ran()';

const tag = fc.constantFrom(
  'a', 'area', 'audio', 'b', 'base', 'blockquote', 'body', 'button', 'details', 'div', 'embed', 'fieldset', 'form', 'frameset',
  'head', 'iframe', 'img', 'input', 'link', 'marquee', 'math', 'meta', 'mglyph', 'mi', 'mtext', 'noembed', 'noscript', 'object',
  'option', 'p', 'picture', 'plaintext', 'script', 'select', 'slot', 'source', 'style', 'summary', 'svg', 'table', 'td',
  'template', 'textarea', 'title', 'use', 'video', 'x-y', 'xmp', 'foreignObject', 'annotation-xml', 'animate', 'news-article',
); // prettier-ignore

const event = fc.constantFrom(
  'onerror', 'onload', 'onclick', 'onfocus', 'ontoggle', 'onbegin', 'onanimationend', 'onpointerdown', 'onsubmit', 'OnErRoR',
); // prettier-ignore

/** What parsers of addresses skip, and what those of attributes decode. */
const noise = fc.constantFrom('', '', '\t', '\n', '&Tab;', '&#10;', '\u0001', '&#x20;', '/*', '\0');
const scheme = fc
  .tuple(
    fc.constantFrom('javascript', 'JaVaScRiPt', 'data', 'vbscript', 'blob', 'feed:javascript', 'view-source'),
    fc.nat(9),
    noise,
    fc.constantFrom(':', '&colon;', '&#58;', '%3a'),
  )
  .map(([name, at, between, colon]) => name.slice(0, at) + between + name.slice(at) + colon);
const address = fc
  .tuple(noise, scheme, fc.constantFrom(call, `//%0a${call}`, `text/html,<script>${call}</script>`))
  .map((parts) => parts.join(''));

const attribute = fc.oneof(
  fc.tuple(event, fc.constant(call)),
  fc.tuple(fc.constantFrom('href', 'src', 'xlink:href', 'action', 'formaction', 'data', 'poster', 'srcset', 'to', 'background', 'cite'), address),
  fc.constant(['srcdoc', `<script>parent.${call}</script>`] as const),
  fc.constant(['style', 'position:fixed;inset:0'] as const),
  fc.tuple(
    fc.constantFrom('id', 'name', 'slot', 'part', 'is', 'class'),
    fc.constantFrom('ran', 'parent', 'body', 'childNodes', 'attributes', '__proto__', 'constructor', 'heading'),
  ),
  fc.constant(['src', 'x'] as const),
); // prettier-ignore
const quote = fc.constantFrom('"', "'", '', '`');
const written = fc.tuple(attribute, quote, fc.constantFrom(' ', '/', '\n', '\f')).map(
  ([[name, value], mark, blank]) => `${blank}${name}=${mark}${value}${mark}`,
); // prettier-ignore

const words = fc.oneof(
  fc.constantFrom(
    'words',
    '&lt;',
    '<',
    '>',
    '"',
    "'",
    '`',
    '&',
    '\u2028',
    '\u202e',
    '${',
    '{{',
    ']]>',
    '-->',
    '</',
  ),
  fc.string({ maxLength: 8, unit: 'binary' }),
);

const markup = fc.letrec<{ node: string; nodes: string }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    words,
    fc.constantFrom(`<img src=x onerror=${call}>`, `<script>${call}</script>`, `<svg onload=${call}>`),
    fc
      .tuple(tag, fc.array(written, { maxLength: 3 }), tie('nodes'), fc.boolean())
      .map(([name, attributes, inside, closed]) =>
        [`<${name}`, ...attributes, '>', inside, closed ? `</${name}>` : ''].join(''),
      ),
    fc
      .tuple(fc.constantFrom('<!--', '<![CDATA[', '<?', '</', '<!'), tie('node'), fc.constantFrom('-->', '--!>', ']]>', '>', ''))
      .map((parts) => parts.join('')),
  ),
  nodes: fc.array(tie('node'), { maxLength: 3 }).map((nodes) => nodes.join('')),
})).nodes; // prettier-ignore

/** What leaves an attribute, a script, a style or a template that it was put into. */
const breakout = fc
  .tuple(
    fc.constantFrom(
      '">',
      "'>",
      '`>',
      '</script>',
      '</style>',
      '</textarea>',
      '</title>',
      '-->',
      ']]>',
      '\\',
      '&quot;>',
      '\n\n',
    ),
    markup,
  )
  .map((parts) => parts.join(''));
const template = fc.constantFrom(
  `\${${call}}`, `{{constructor.constructor('${call}')()}}`, `<%= ${call} %>`, `#{${call}}`, `';${call};'`, `");${call};//`,
  `\u2028${call}\u2028`, `<!--lit-part--><img src=x onerror=${call}><!--/lit-part-->`, `<?${call}?>`, '{{__proto__}}', '?lit$0$',
); // prettier-ignore

const hostile = fc
  .oneof(
    { weight: 8, arbitrary: markup },
    { weight: 3, arbitrary: breakout },
    { weight: 1, arbitrary: address },
    { weight: 1, arbitrary: template },
  )
  .filter((text) => text.trim() !== '');

/** So many strings, none of them like another or like one that is known, the same for the same seed. */
export function generated(count: number, seed: number, known: readonly string[]): string[] {
  const not = new Set(known);
  const found = new Set<string>();
  for (let more = 0; found.size < count; more++)
    for (const text of fc.sample(hostile, { numRuns: count, seed: seed + more }))
      if (!not.has(text)) found.add(text);
  return [...found].slice(0, count);
}
