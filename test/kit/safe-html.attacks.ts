// What hostile content tries. Each piece calls `ran()` where it runs, by itself, by an event or by a click.

const call = 'parent.ran()';

const byEvents = [
  'img src=x', 'video src=x', 'audio src=x', 'body', 'svg', 'iframe', 'input autofocus', 'details open', 'marquee', 'object data=x',
  'form', 'math', 'select autofocus', 'a href=#', 'p', 'div', 'table', 'button', 'x-y', 'frameset', 'style', 'template',
].flatMap((tag) =>
  ['onerror', 'onload', 'onclick', 'onfocus', 'ontoggle', 'onpointerdown'].map(
    (event) => `<${tag} ${event}="${call}">words</${tag.split(' ')[0]}>`,
  ),
); // prettier-ignore

const byAddress = [
  `javascript:${call}`,
  `JaVaScRiPt:${call}`,
  ` javascript:${call}`,
  `\u0001javascript:${call}`,
  `java\tscript:${call}`,
  `java&#10;script:${call}`,
  `javascript&colon;${call}`,
  `&#106;avascript:${call}`,
  `javascript://news.example/%0a${call}`,
  `data:text/html,<script>${call}</script>`,
  `vbscript:${call}`,
  'blob:https://news.example/1',
].flatMap((address) => [
  `<a href="${address}">words</a>`,
  `<a xlink:href="${address}">words</a>`,
  `<area href="${address}">`,
  `<iframe src="${address}"></iframe>`,
  `<iframe srcdoc="<script>parent.${call}</script>" src="${address}"></iframe>`,
  `<embed src="${address}">`,
  `<object data="${address}"></object>`,
  `<form action="${address}"><button>words</button><input type=submit formaction="${address}"></form>`,
  `<svg><a href="${address}"><text y=20>words</text></a></svg>`,
  `<math><mi xlink:href="${address}">words</mi></math>`,
  `<blockquote cite="${address}">words</blockquote>`,
  `<base href="${address}"><a href="x">words</a>`,
  `<link rel=stylesheet href="${address}">`,
  `<meta http-equiv=refresh content="0;url=${address}">`,
  `<video poster="${address}" src="${address}"></video>`,
]);

/** What parsers read in one way at first and in another the second time. */
const byMutation = [
  `<noscript><p title="</noscript><img src=x onerror=${call}>">`,
  `<svg></p><style><a id="</style><img src=x onerror=${call}>">`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=${call}&gt;">`,
  `<math><mtext><mglyph><svg><mtext><textarea><path id="</textarea><img onerror=${call} src=x>">`,
  `<form><math><mtext></form><form><mglyph><style></math><img src=x onerror=${call}>`,
  `<svg><foreignObject><p><img src=x onerror=${call}></p></foreignObject></svg>`,
  `<svg><desc><img src=x onerror=${call}></desc></svg>`,
  `<svg><title><style><img src=x onerror=${call}></style></title></svg>`,
  `<math><annotation-xml encoding="text/html"><img src=x onerror=${call}></annotation-xml></math>`,
  `<template><img src=x onerror=${call}></template>`,
  `<div><template shadowrootmode=open><img src=x onerror=${call}></template></div>`,
  `<select><template><style><!--</style><a rel="--></style></template></select><img src=x onerror=${call}>">`,
  `<xmp><p title="</xmp><img src=x onerror=${call}>">`,
  `<plaintext><img src=x onerror=${call}>`,
  `<textarea><img title="</textarea><img src=x onerror=${call}>">`,
  `<title><p id="</title><img src=x onerror=${call}>">`,
  `<noembed><img title="</noembed><img src=x onerror=${call}>"></noembed>`,
  `<noframes><p id="</noframes><img src=x onerror=${call}>">`,
  `<!--><img src=x onerror=${call}>-->`,
  `<!-- --!><img src=x onerror=${call}> -->`,
  `<![CDATA[><img src=x onerror=${call}>]]>`,
  `<svg><![CDATA[><image xlink:href="]]><img src=x onerror=${call}>"></svg>`,
  `<?xml version="1.0"?><img src=x onerror=${call}>`,
  `<p/onclick=${call}>words`,
  `<img src="x\` \`<img src=x onerror=${call}>"\` \`>`,
  `<img/src=x/onerror=${call}>`,
  `<table><td background="javascript:${call}"><img src=x onerror=${call}>`,
  `<a href="https://news.example/&quot;><img src=x onerror=${call}>">words</a>`,
  `<p title="&quot;><img src=x onerror=${call}>">words</p>`,
  `<pre>\n\n<img src=x onerror=${call}></pre>`,
];

const byName = [
  '<form id=x><input name=childNodes><input name=attributes></form>',
  `<form><input name=localName><input name=namespaceURI><img src=x onerror=${call}></form>`,
  `<img name=body><img name=documentElement><img name=lastChild><p onclick=${call}>words</p>`,
  `<a id=ran></a><a id=parent href="javascript:${call}">words</a>`,
  '<img id=currentScript name=currentScript><embed name=getElementById>',
];

const bySelf = [
  `<script>${call}</script>`,
  `<script src="data:text/javascript,${call}"></script>`,
  `<svg><script>${call}</script></svg>`,
  `<svg><animate onbegin=${call} attributeName=x dur=1s>`,
  `<svg><set attributeName=href to="javascript:${call}">`,
  `<style>@import "javascript:${call}"; p{animation:x}@keyframes x{}</style><p onanimationend=${call}>words`,
  `<p style="position:fixed;inset:0;background:url(javascript:${call})">words`,
  `<a href=x style="position:fixed;inset:0" onclick=${call}>words</a>`,
  `<iframe srcdoc="<script>parent.${call}</script>"></iframe>`,
  `<object type="text/html" data="data:text/html,<script>parent.${call}</script>"></object>`,
  `<news-pull-quote quote=x onclick=${call}>words</news-pull-quote>`,
];

export const attacks: readonly string[] = [...byEvents, ...byAddress, ...byMutation, ...byName, ...bySelf];
