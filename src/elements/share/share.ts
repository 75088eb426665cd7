import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { canonicalUrl } from '../../content/page-default.js';
import { networkName } from '../../kit/networks.js';
import { safeUrl } from '../../kit/urls.js';
import { warn } from '../../kit/warn.js';
import { shareWords } from '../../kit/words/en.js';
import { baseStyles } from '../../views/base.styles.js';
import { row } from '../../views/row.js';
import { rowStyles } from '../../views/row.styles.js';
import { NewsElement } from '../base.js';
import { NewsShareDoneEvent } from '../events.js';
import { Icons } from '../icons.js';
import { addresses } from './addresses.js';
import { shareStyles } from './share.styles.js';

/**
 * Passes the story on: by the system's own sheet where there is one, as a copied link, by e-mail, on paper, and on
 * networks. Nothing is asked of anybody before a reader presses a button.
 *
 * Buttons and not links: lists of ad blockers hide links to the networks' share pages by their address.
 *
 * ```html
 * <news-share ways="sheet copy email bluesky"></news-share>
 * ```
 *
 * @slot - The fallback: shown before the script runs, gone then.
 * @slot heading - Your own words over the row.
 * @csspart root - Everything.
 * @csspart row - The words and the buttons.
 * @csspart heading - The words over the row.
 * @csspart list - The buttons.
 * @csspart item - A place in the row.
 * @csspart button - A button.
 * @csspart icon - An icon.
 * @csspart name - The name beside an icon.
 * @csspart status - The sentence that says that the link is copied.
 * @csspart field - The link as text, where the clipboard is closed.
 * @csspart input - The field in it.
 * @cssproperty [--news-size-icon=1.125em] - Size of an icon.
 * @fires {NewsShareDoneEvent} news-share-done - The reader has passed the story on.
 * @tag news-share
 */
export class NewsShare extends NewsElement {
  static override styles = [baseStyles, rowStyles, shareStyles];

  static override properties: PropertyDeclarations = {
    url: {},
    headline: {},
    ways: {},
    label: {},
    headingLevel: { type: Number, attribute: 'heading-level' },
    variant: {},
    said: { state: true },
    field: { state: true },
  };

  /** What is shared; default the page's canonical address. */
  url?: string;

  /** The words that go with it; default the page's title. */
  headline?: string;

  /**
   * The ways to share, in their order: some of `sheet copy email print facebook x bluesky threads whatsapp telegram
   * linkedin reddit`. The sheet shows only where the system has one.
   */
  ways = 'sheet copy email facebook x bluesky whatsapp print';

  /** The words over the row; default in the language of the page. */
  label?: string;

  /** Makes these words a heading of the page's outline, of that level. */
  headingLevel?: number;

  /** `named`: icons with names beside them; `icons`: icons alone. */
  variant: 'named' | 'icons' = 'named';

  readonly #icons = new Icons(this);
  private said = '';
  // The address that the reader copies by hand.
  private field = '';

  protected override render(): TemplateResult {
    const say = this.say(shareWords);
    const label = this.label ?? say('share');
    const variant = this.#icons.missing ? 'named' : this.variant;
    return html`<div class="root" part="root">
      ${row(
        this.#ways.map((way) => this.#button(way)),
        { variant, label, level: this.headingLevel },
      )}
      <p class="status" part="status" role="status">${this.said}</p>
      ${
        this.field
          ? html`<label class="field" part="field"
              >${say('address')}<input part="input" readonly dir="ltr" .value=${this.field} @copy=${this.#copiedByHand}
            /></label>`
          : nothing
      }
    </div>`;
  }

  get #ways(): readonly string[] {
    const ways = new Set(this.ways.split(/\s+/).filter(Boolean));
    return [...ways].filter((way) => {
      // A server does not know the reader's system.
      if (way === 'sheet') return !this.asOnServer && typeof navigator.share === 'function';
      const known = way === 'copy' || way === 'print' || Object.hasOwn(addresses, way);
      if (!known) warn('NEWS-SHARE', `<news-share ways> has no "${way}".`);
      return known;
    });
  }

  #button(way: string): TemplateResult {
    const name = networkName(way) ?? this.say(shareWords)(way as 'sheet' | 'copy' | 'email' | 'print');
    return html`<button type="button" part="button" @click=${() => this.#share(way)}>
      ${this.#icons.draw(way)}<span class="name" part="name">${name}</span>
    </button>`;
  }

  get #address(): string {
    return safeUrl(this.url, document.baseURI) ?? canonicalUrl();
  }

  async #share(way: string): Promise<void> {
    const url = this.#address;
    const text = this.headline ?? document.title;
    try {
      if (way === 'sheet') await navigator.share({ title: text, url });
      else if (way === 'copy') await this.#copy(url);
      else if (way === 'print') print();
      else {
        const address = (addresses[way] as (typeof addresses)[string])(encoded(url), encoded(text));
        open(address, way === 'email' ? '_self' : '_blank', 'noopener');
      }
      this.#done(way, url);
    } catch (error) {
      // The reader thought better of it.
      if ((error as Error).name !== 'AbortError') await this.#showField(url);
    }
  }

  async #copy(url: string): Promise<void> {
    // Said again only when it was unsaid between.
    this.said = '';
    await navigator.clipboard.writeText(url);
    this.field = '';
    this.said = this.say(shareWords)('copied');
  }

  /** On `http:` pages there is no clipboard, and a frame or a reader may deny it. */
  async #showField(url: string): Promise<void> {
    this.field = url;
    await this.updateComplete;
    const input = this.renderRoot.querySelector('input');
    input?.focus();
    input?.select();
  }

  readonly #copiedByHand = (): void => this.#done('copy', this.field);

  #done(way: string, url: string): void {
    this.dispatchEvent(new NewsShareDoneEvent(way, url));
  }
}

/** Half of a character, where a title was cut, cannot be encoded. */
const encoded = (text: string): string => encodeURIComponent(text.replace(/\p{Surrogate}/gu, ''));
