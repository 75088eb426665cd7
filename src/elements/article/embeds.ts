// Loaded where a body has embeds.
import { css, html, nothing, render, type CSSResult, type TemplateResult } from 'lit';
import { embedMark, hostOf } from '../../kit/safe-html/embed.js';
import { safeUrl } from '../../kit/urls.js';
import type { bodyWords } from '../../kit/words/en.js';
import type { Say } from '../../kit/words/say.js';
import { baseStyles, buttonStyles } from '../../views/base.styles.js';

const embedStyles = css`
  .root {
    padding: var(--space);
    border: var(--rule);
  }
  .root > * + * {
    margin-block-start: 0.5em;
  }
  .from {
    color: var(--muted);
    font-family: var(--news-font-label, inherit);
    font-size: 0.875em;
  }
  iframe {
    display: block;
    inline-size: 100%;
    border: 0;
  }
  @media print {
    .from,
    button {
      display: none;
    }
  }
`;

export const embedBoxStyles: readonly CSSResult[] = [baseStyles, buttonStyles, embedStyles];

const sheets = embedBoxStyles.map(({ styleSheet }) => styleSheet);

const loaded = new WeakSet<Element>();

/** Whether a list of hosts has this one, or one that it belongs to; nothing at all in its place means every host. */
export const allows = (hosts: readonly (string | boolean | undefined)[], host: string): boolean =>
  hosts.some((some) =>
    typeof some === 'string' && some.trim()
      ? some
          .toLowerCase()
          .split(/[\s,]+/)
          .some((one) => `.${host}`.endsWith(`.${one.replace(/^www\./, '')}`))
      : some === '' || some === true,
  );

/** The box around an embed that is not loaded: a server's has a button without a listener. */
export const embedView = (
  say: Say<keyof typeof bodyWords>,
  host: string,
  load?: () => void,
): TemplateResult =>
  html`<div class="root">
    <slot></slot>
    <p class="from">${say('embed', { host })}</p>
    <button type="button" @click=${load ?? nothing}>${say('load', { host })}</button>
  </div>`;

/**
 * Makes the embeds in an article boxes that say who would be talked to, with a button to load them. Those that are
 * allowed are loaded. Each box has a shadow root of its own: in the page it stays the link that it was.
 */
export function showEmbeds(
  article: Element,
  say: Say<keyof typeof bodyWords>,
  allowed: readonly (string | boolean | undefined)[],
): void {
  for (const box of article.querySelectorAll<HTMLElement>(`[${embedMark}]`)) {
    const address = safeUrl(box.getAttribute(embedMark));
    if (!address?.startsWith('http') || loaded.has(box)) continue;
    const root = box.shadowRoot ?? box.attachShadow({ mode: 'open' });
    // What a server drew has no listener.
    if (root.querySelector('style')) root.replaceChildren();
    root.adoptedStyleSheets = sheets.filter((sheet) => sheet !== undefined);
    const host = hostOf(address);
    if (allows(allowed, host)) load(box, root, address);
    else
      render(
        embedView(say, host, () => {
          load(box, root, address);
          root.querySelector('iframe')?.focus();
        }),
        root,
      );
  }
}

function load(box: Element, root: ShadowRoot, address: string): void {
  loaded.add(box);
  const given = (name: string): string | null => box.getAttribute(`${embedMark}-${name}`);
  const frame = document.createElement('iframe');
  frame.title = given('title') ?? hostOf(address);
  frame.loading = 'lazy';
  frame.referrerPolicy = 'strict-origin-when-cross-origin';
  frame.allowFullscreen = true;
  // A frame of this very origin could take its own sandbox away.
  const own = new URL(address).origin === location.origin;
  frame.setAttribute(
    'sandbox',
    `allow-scripts allow-forms allow-popups allow-presentation${own ? '' : ' allow-same-origin'}`,
  );
  const [width, height] = [given('width'), given('height') ?? '360'];
  if (width) frame.style.aspectRatio = `${width} / ${height}`;
  else frame.height = height;
  frame.src = address;
  render(frame, root);
}
