// What the language services of VS Code offer with our data, at a place in a page and in a style sheet.
import { readFileSync } from 'node:fs';
import css from 'vscode-css-languageservice';
import html from 'vscode-html-languageservice';

const data = (name) => JSON.parse(readFileSync(`node_modules/standfirst/dist/editors/${name}`, 'utf8'));
const pages = html.getLanguageService({
  customDataProviders: [html.newHTMLDataProvider('standfirst', data('vscode.html.json'))],
});
const sheets = css.getCSSLanguageService({
  customDataProviders: [css.newCSSDataProvider(data('vscode.css.json'))],
});

/** The labels offered where the bar stands. */
function offered(service, language, text) {
  const offset = text.indexOf('|');
  const document = html.TextDocument.create(`file.${language}`, language, 1, text.replace('|', ''));
  const parsed = service.parseHTMLDocument?.(document) ?? service.parseStylesheet(document);
  return service.doComplete(document, document.positionAt(offset), parsed).items.map(({ label }) => label);
}

console.log(
  JSON.stringify({
    tags: offered(pages, 'html', '<|'),
    attributes: offered(pages, 'html', '<news-article-card |'),
    values: offered(pages, 'html', '<news-article-card layout="|"').map((label) => label.replaceAll('"', '')),
    tokens: offered(sheets, 'css', ':root { |'),
  }),
);
