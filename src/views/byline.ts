import { html, nothing, type TemplateResult } from 'lit';
import type { Author } from '../model/index.js';
import { ownAddress } from '../kit/urls.js';
import type { bylineWords } from '../kit/words/en.js';
import type { Say } from '../kit/words/say.js';

export type BylineSay = Say<keyof typeof bylineWords>;

const lists = new Map<string, Intl.ListFormat>();

/** The authors' names, joined as the language joins a list. Each is a link where the author has a page. */
export function names(authors: readonly Author[], lang: string, linked = true): unknown[] {
  let format = lists.get(lang);
  if (!format) lists.set(lang, (format = new Intl.ListFormat(lang)));
  let next = 0;
  return format.formatToParts(authors.map(({ name }) => name)).map((part) => {
    const author = part.type === 'element' && authors[next++];
    if (!author) return part.value;
    return linked && author.url
      ? html`<a class="author" part="author" rel="author" href=${ownAddress(author.url) ?? nothing} lang=${author.lang ?? nothing} dir="auto">${author.name}</a>`
      : html`<bdi class="author" part="author" lang=${author.lang ?? nothing}>${author.name}</bdi>`;
  });
}

/** One line: who wrote it. */
export const bylineLine = (authors: readonly Author[], lang: string, prompt: string): TemplateResult =>
  html`<p class="byline" part="byline"><span class="prompt" part="prompt">${prompt}</span> ${names(authors, lang)}</p>`;

/** The first letters of a name, for where a portrait is missing. */
const initials = (name: string): string =>
  name
    .split(/\s+/)
    .map((word) => [...word][0] ?? '')
    .filter((_letter, index, all) => index === 0 || index === all.length - 1)
    .join('')
    .toUpperCase();

const person = (author: Author): TemplateResult => {
  const { name, role, bio, url, portrait, lang = nothing } = author;
  return html`<li class="person" part="person">
    <span class="portrait" part="portrait" aria-hidden="true"
      >${initials(name)}${
        portrait ? html`<img src=${portrait.src} alt="" loading="lazy" decoding="async" />` : nothing
      }</span
    >
    <div class="about" lang=${lang}>
      <p class="name" part="name">
        ${
          url
            ? html`<a class="author" part="author" rel="author" href=${ownAddress(url) ?? nothing} dir="auto">${name}</a>`
            : html`<bdi>${name}</bdi>`
        }
      </p>
      ${role ? html`<p class="role" part="role"><bdi>${role}</bdi></p>` : nothing}
      ${bio ? html`<p class="bio" part="bio" dir="auto">${bio}</p>` : nothing}
    </div>
  </li>`;
};

/** A box: each author with portrait, role and a line about them. */
export const bylineBox = (authors: readonly Author[], prompt: string): TemplateResult =>
  html`<p class="prompt" part="prompt">${prompt}</p>
    <ul class="people" part="people" role="list">
      ${authors.map(person)}
    </ul>`;
