// CSS of the reader of these pages, kept while the browser's tab is open: text, or the address of a style sheet.

const key = 'own-css';

export const ownCss = (): string => sessionStorage.getItem(key) ?? '';
export const keepOwnCss = (css: string): void => sessionStorage.setItem(key, css);

/** Puts it into the page, or takes it away. */
export function showOwnCss(shown: boolean): void {
  document.getElementById(key)?.remove();
  const css = ownCss().trim();
  // What the theme lab hands out dresses this class.
  document.body.classList.toggle('news-mine', shown && !!css);
  if (!shown || !css) return;
  const element = document.createElement(/^https?:\/\/\S+$/.test(css) ? 'link' : 'style');
  element.id = key;
  if (element instanceof HTMLLinkElement) Object.assign(element, { rel: 'stylesheet', href: css });
  else element.textContent = css;
  element.addEventListener('error', () =>
    tell('There is no style sheet at that address, or it may not be read.'),
  );
  tell('');
  document.head.append(element);
}

/** Where there is a place for it: on the page that takes the CSS. */
function tell(words: string): void {
  document.querySelector('.own-css [role=status]')?.replaceChildren(words);
}
