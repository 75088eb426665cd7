import { html, LitElement, type CSSResultOrNative } from 'lit';
import type { Story } from '../../../src/model/index.js';

const date = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' });
export const dateOf = (story: Story): string => date.format(new Date(story.published ?? ''));

/** The nodes of our list from one Lit template, written by hand for this data alone. */
export class PlainList extends LitElement {
  static override properties = { stories: { attribute: false } };
  declare stories: readonly Story[];

  static with(styles: CSSResultOrNative): typeof PlainList {
    return class extends PlainList {
      static override styles = styles;
    };
  }

  readonly #go = (): void => {};
  readonly #show = ({ target, type }: Event): void => {
    (target as HTMLElement).hidden = type === 'error';
  };

  protected override render(): unknown {
    return html`<div class="root grid stacked lines-3 ratio-" part="root"><section aria-labelledby="heading"><div id="heading"><slot name="heading"><h2 class="heading" part="heading">Related stories</h2></slot></div><ol class="items" part="list" role="list">${this.stories.map(
      (story) =>
        html`<li part="item"><article class="card" part="card"><div class="media" part="media"><img part="image" src=${story.picture?.src} sizes="auto, 100vw" width=${story.picture?.width} height=${story.picture?.height} alt="" loading="lazy" @error=${this.#show} @load=${this.#show}></div><div class="text" part="text"><p class="kicker" part="kicker"><span dir="auto">${story.kicker}</span></p><h3 class="headline" part="headline"><span dir="auto"><a part="link" href=${story.url} @click=${this.#go}>${story.headline}</a></span></h3><p class="standfirst" part="standfirst" dir="auto">${story.standfirst}</p><p class="meta" part="meta"><time part="date" datetime=${story.published}>${dateOf(story)}</time></p></div></article></li>`,
    )}</ol><p class="quiet" role="status"></p></section></div>`;
  }
}
