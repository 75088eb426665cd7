import { expect } from '@open-wc/testing';
import { plainText } from '../../src/kit/plain-text.js';

const cases: Record<string, readonly (readonly [html: string, text: string])[]> = {
  'turns entities into letters, by name and by number': [
    ['Markets &#038; money', 'Markets & money'],
    ['you&#8217;ve said &quot;that&quot;', 'you’ve said "that"'],
    ['&ldquo;Falcon&rdquo; &hellip; caf&eacute;&#x21;', '“Falcon” … café!'],
    ['&#x1F41F;&#128031;', '🐟🐟'],
    ['a&nbsp;b', 'a b'],
    ['M&uuml;ller &amp; Ren&eacute;e, &Ccedil;e&scaron;me, Gru&szlig;', 'Müller & Renée, Çešme, Gruß'],
    ['&bdquo;5&nbsp;&euro;&ldquo;', '„5 €“'],
  ],
  'turns them once only': [
    ['&amp;lt;b&amp;gt;', '&lt;b&gt;'],
    ['&amp;#8217;', '&#8217;'],
  ],
  'leaves a name that it does not know as it is, also one that every object has': [
    ['AT&T; &nosuch;', 'AT&T; &nosuch;'],
    ['&toString; &valueOf; &uml;', '&toString; &valueOf; &uml;'],
  ],
  'drops a number that is no letter': [['a&#0;b&#x110000;c&#9999999;d', 'abcd']],
  'drops tags, and parts blocks by a space': [
    ['<em>the</em> 5 < 7 question', 'the 5 < 7 question'],
    ['<p>One</p><p>Two<br/>Three</p><ul><li>Four</li></ul>', 'One Two Three Four'],
    ['<h2>Head</h2><span>line</span>s', 'Head lines'],
    ['un<b>broken</b>', 'unbroken'],
    ['<!-- note -->kept', 'kept'],
  ],
  'keeps an angle bracket that begins no tag': [
    ['1 < 2 and 3 > 2', '1 < 2 and 3 > 2'],
    ['<3', '<3'],
  ],
  'drops scripts and styles with all that is in them': [
    ['a<script type="x">alert("<b>")</script >b', 'ab'],
    ['a<STYLE>p{color:red}</style>b', 'ab'],
    ['a<script>alert(1)', 'a'],
  ],
  'evens out white space': [['\n  One\n\t two ', 'One two']],
};

describe('the text of a piece of HTML', () => {
  for (const [promise, pairs] of Object.entries(cases))
    it(promise, () => {
      for (const [html, text] of pairs) expect(plainText(html), html).to.equal(text);
    });

  it('takes a long and broken text in no time', () => {
    const before = performance.now();
    for (const piece of ['<', '<a', '&', '<script', '<!', '&#', '<p '])
      expect(plainText(piece.repeat(60_000))).to.be.a('string');
    expect(performance.now() - before).to.be.below(2_000);
  });
});
