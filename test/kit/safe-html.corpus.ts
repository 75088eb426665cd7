/** Bodies as content systems write them, and as nobody should. */
export const corpus: Readonly<Record<string, string>> = {
  'a plain body': '<p>One &amp; two.</p>\n<h2 id="a">Three</h2><ul><li value=3>Four<li>Five</ul>',
  'a whole document': '<!doctype html><html><head><title>T</title><style>p{}</style></head><body class=x><p>Words</p></body></html>',
  'what belongs into a head': '<meta charset=utf-8><style>p{}</style><link rel=x><p>Words',
  'blocks of WordPress': `<figure class="wp-block-image alignwide size-large"><img loading="lazy" class="wp-image-4" src="/a.jpg"
    srcset="/a-300.jpg 300w, /a.jpg 1200w" sizes="(max-width: 9px) 100vw, 9px" width="1200" height="800" style="width:1px" alt="A"/>
    <figcaption class="wp-element-caption">Words</figcaption></figure>
    <figure class="wp-block-table"><table class="has-fixed-layout"><caption>Tides</caption><tbody><tr><th scope=row>1</th><td colspan=2>2</td></tr></tbody></table></figure>
    <figure class="wp-block-pullquote"><blockquote><p>We sail.</p><cite>Ruth Adeyemi</cite></blockquote></figure>
    <figure class="wp-block-embed is-provider-youtube"><div class="wp-block-embed__wrapper">
    <iframe title="A film" width="500" height="281" src="https://www.youtube.com/embed/x?feature=oembed" allow="autoplay"></iframe></div></figure>
    <p>Words<sup data-fn="u" class="fn"><a href="#u" id="u-link">1</a></sup></p><ol class="wp-block-footnotes"><li id="u">Note <a href="#u-link" aria-label="Back">↩</a></li></ol>`,
  'wrong nesting': '<p><div>a</p><b><p>b</b>c<i>d</p></i><table>x<tr><td><p>y</table><a href=/1><a href=/2>z</a></a>',
  'forms': '<form action=/x><input name=localName><select><option>a</select><label>b <textarea>c</textarea></label></form>',
  'film and sound': '<video src=/f.mp4 autoplay onplay=x poster=/p.png><source src=/f.webm type=video/webm><track src=/s.vtt kind=captions srclang=en>No film</video><audio src=/a.mp3></audio>',
  'pictures by address': '<picture><source srcset="/a.webp 1x, javascript:x 2x"><img src="//cdn.example/a.png"></picture><img src="data:image/gif;base64,x"><img src="">',
  'what SVG and MathML hide': '<p>a<svg><title>t</title><a>b</a></svg><math><mi>x</mi></math>c</p>',
  'unknown elements': '<my-gallery><p>a</p></my-gallery><font color=red>b</font><center>c</center><blink>d</blink>',
  'deeper than any article': `${'<div>'.repeat(300)}deep${'</div>'.repeat(300)}<p>shallow</p>`,
  'a tweet': '<blockquote class="twitter-tweet" data-x=1><p lang=en>Words</p>— A (@a) <a href="https://twitter.com/a/status/12?ref=x">May 1</a></blockquote><script async src="https://platform.twitter.com/widgets.js"></script>',
  'two languages': '<p>Words</p><p dir=rtl lang=ur>یہ راستہ سب کا ہے۔</p><p lang="x y">z</p>',
  'text only': 'Just words & <3',
  'nothing': '',
}; // prettier-ignore
