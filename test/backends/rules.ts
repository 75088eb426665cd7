/**
 * Which record answers which question, for servers that give recorded answers: the first rule whose expression fits
 * `METHOD path?query`, decoded.
 */
export type Rule = readonly [when: string, id: string];

export const wordpressRules: readonly Rule[] = [
  ['POST .*/comments', '092'],
  ['/comments\\?.*post=4&.*parent=', '079'],
  ['/comments\\?.*post=4', '075'],
  ['/comments\\?', '083'],
  ['/posts.*[?&]include=', '013'],
  ['/posts.*[?&]slug=harbour-bridge', '019'],
  ['/posts.*[?&]slug=', '020'],
  ['/posts.*[?&]search=bridge', '019'],
  ['/posts.*[?&]search=', '020'],
  ['/posts.*[?&](tags|categories)=.*exclude=4|/posts.*exclude=4.*[?&](tags|categories)=', '010'],
  // The story itself is in there.
  ['/posts.*[?&]tags=11', '013'],
  ['/posts.*[?&]page=2', '013'],
  ['/posts', '010'],
  ['/categories', '054'],
  ['/tags', '056'],
  ['/users', '069'],
  ['/types', '005'],
  ['GET \\S*/wp-json/?(\\?|$)', '002'],
];

export const ghostRules: readonly Rule[] = [
  ['/members/api/member/', '086'],
  ['POST .*/comments', '070'],
  ['/comments/counts', '067'],
  ['/comments/post/6b043e795da2a64f1042bc11/', '057'],
  ['/comments/', '061'],
  [`filter=.*id:\\['6b043e795da2a64f1042bc11'\\]`, '023'],
  // To fill up with: one story, which is not among the first.
  [`filter=id:-`, '016'],
  [`filter=.*id:-.{0,60}6b043e7f5da2a64f1042bcd0`, '024'],
  ['filter=.*~.?bridge', '024'],
  ['filter=.*~', '016'],
  ['page=2', '023'],
  ['/content/posts/', '003'],
];
