/** What style sheets of pages do that were written for nobody but the page. */
export const sheets: Readonly<Record<string, { readonly doctype?: string; readonly style: string }>> = {
  '`* { all: unset !important }`': { style: '* { all: unset !important }' },
  'a root of 62.5 %': { style: 'html { font-size: 62.5% }' },
  'a root of 40 px': { style: 'html { font-size: 40px !important }' },
  'huge line heights': { style: '* { line-height: 4 !important }' },
  '`* { box-sizing: content-box !important }`': { style: '*, *::before { box-sizing: content-box !important }' },
  'right to left': { style: 'html { direction: rtl } body { text-align: right }' },
  'zoom': { style: 'body { zoom: 1.5 }' },
  'quirks mode': { doctype: '', style: 'body { font: 30px serif }' },
  'a reset of every element': { style: 'a, h1, h2, h3, h4, p, ol, ul, li, img, button, input, textarea, label { display: inline !important; float: left !important; font: 40px cursive !important; border: 9px solid !important }' },
  'spaced, indented, shouting text': { style: 'body { letter-spacing: .5em; word-spacing: 2em; text-indent: 5em; text-transform: uppercase; text-shadow: 0 0 9px red }' },
  'text that is broken anywhere, justified': { style: 'body { word-break: break-all; text-align: justify; line-break: anywhere }' },
  'white space kept, lines not wrapped': { style: 'body { white-space: pre; tab-size: 40; text-wrap: nowrap }' },
  'other fonts for all': { style: '* { font-family: monospace !important; font-size: 31px !important }' },
  'what is put before and after all': { style: '*::before, *::after { content: "X" !important; display: block !important; font-size: 50px !important }' },
  'names of our own inner properties': { style: ':root { --text: 9em; --muted: 0; --accent: url(x); --rule: 9em solid red; --space: 9em; --error: none }' },
  'a print sheet for the screen': { style: '*, *::before, *::after { color: #000 !important; background: none !important; box-shadow: none !important; text-shadow: none !important; float: none !important } a::after { content: " (" attr(href) ")" } a[href] { text-decoration: underline !important }' },
}; // prettier-ignore
