import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { networkName, networkOf } from '../../kit/networks.js';
import { ownAddress } from '../../kit/urls.js';
import { warn } from '../../kit/warn.js';
import { followWords } from '../../kit/words/en.js';
import { baseStyles } from '../../views/base.styles.js';
import { row } from '../../views/row.js';
import { rowStyles } from '../../views/row.styles.js';
import { NewsElement } from '../base.js';
import { NewsFollowClickEvent } from '../events.js';
import { Icons } from '../icons.js';

/** Where else a publisher can be followed. */
export interface FollowLink {
  readonly url: string;
  /** Shown in place of the network's name. */
  readonly name?: string | undefined;
  /**
   * One of `facebook instagram x youtube tiktok threads bluesky mastodon linkedin reddit whatsapp telegram rss newsletter
   * email app link`; default as the address tells.
   */
  readonly network?: string | undefined;
}

/**
 * Where else to follow the publisher: a row of links with icons. They are taken from `data`, else from `links`, else
 * from the links inside the element.
 *
 * ```html
 * <news-follow links="https://mastodon.social/@truth /feed.xml" name="The Truth"></news-follow>
 * ```
 *
 * @slot - Your own links, each with `data-network` where its address does not tell: shown until the row is there.
 * @slot heading - Your own words over the links.
 * @csspart root - Everything.
 * @csspart row - The words and the links.
 * @csspart heading - The words over the links.
 * @csspart list - The links.
 * @csspart item - A place in the row.
 * @csspart link - A link.
 * @csspart icon - An icon.
 * @csspart name - The name beside an icon.
 * @cssproperty [--news-size-icon=1.125em] - Size of an icon.
 * @fires {NewsFollowClickEvent} news-follow-click - A reader goes to one of them.
 * @tag news-follow
 */
export class NewsFollow extends NewsElement {
  static override styles = [baseStyles, rowStyles];

  static override properties: PropertyDeclarations = {
    data: { attribute: false },
    links: {},
    name: {},
    label: {},
    headingLevel: { type: Number, attribute: 'heading-level' },
    variant: {},
    linkTarget: { attribute: 'link-target' },
  };

  /** The links. */
  data?: readonly FollowLink[];

  /** Addresses, with white space between them: `https://mastodon.social/@truth /feed.xml mailto:news@truth.example`. */
  links?: string;

  /** The publisher's name, for links that say whom they lead to: "The Truth on Mastodon". */
  name?: string;

  /** The words over the links; default in the language of the page. */
  label?: string;

  /** Makes these words a heading of the page's outline, of that level. */
  headingLevel?: number;

  /** `named`: icons with names beside them; `icons`: icons alone. */
  variant: 'named' | 'icons' = 'named';

  /** Where links open, as the `target` of a link. */
  linkTarget?: string;

  readonly #icons = new Icons(this);
  #watch: MutationObserver | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#watch = new MutationObserver(() => this.requestUpdate());
    this.#watch.observe(this, {
      childList: true,
      subtree: true,
      characterData: true,
      attributeFilter: ['href', 'data-network'],
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#watch?.disconnect();
  }

  protected override render(): TemplateResult {
    const links = this.#links;
    if (!links.length) return html`<div class="root" part="root"><slot></slot></div>`;
    return html`<div class="root" part="root">
      ${row(
        links.map((link, position) => this.#link(link, position)),
        {
          variant: this.#icons.missing ? 'named' : this.variant,
          label: this.label ?? this.say(followWords)('connect'),
          level: this.headingLevel,
        },
      )}
    </div>`;
  }

  get #links(): readonly FollowLink[] {
    const given =
      this.data ??
      this.links
        ?.split(/\s+/)
        .filter(Boolean)
        .map((url) => ({ url })) ??
      this.#linksInside();
    if (!Array.isArray(given)) return [];
    return (given as readonly (FollowLink | null)[]).filter((link) => {
      const safe = ownAddress(link?.url);
      if (!safe)
        warn('NEWS-ADDRESS', `<news-follow> leaves out a link that leads nowhere: ${String(link?.url)}.`);
      return safe;
    }) as readonly FollowLink[];
  }

  #linksInside(): readonly FollowLink[] {
    if (this.alone) return [];
    return [...this.querySelectorAll<HTMLAnchorElement>('a[href]:not([slot], [slot] *)')].map((link) => ({
      url: link.getAttribute('href') ?? '',
      name: link.textContent.trim() || link.ariaLabel || undefined,
      network: link.dataset.network,
    }));
  }

  #link({ url, name, network = networkOf(url) }: FollowLink, position: number): TemplateResult {
    const click = (event: MouseEvent): void => {
      const { href } = event.currentTarget as HTMLAnchorElement;
      this.dispatchEvent(new NewsFollowClickEvent(network, href, position));
    };
    return html`<a
      part="link"
      href=${url}
      rel="me noopener"
      target=${this.linkTarget ?? nothing}
      @click=${click}
      >${this.#icons.draw(network)}<span class="name" part="name" dir="auto">${name || this.#nameOf(network, url)}</span></a
    >`;
  }

  #nameOf(network: string, url: string): string {
    const say = this.say(followWords);
    const { name } = this;
    switch (network) {
      case 'rss':
      case 'newsletter':
      case 'email':
      case 'app':
        return name ? say(`${network}Of`, { name }) : say(network);
      default: {
        const proper = networkName(network);
        if (!proper) return ownHost(url) || url;
        return name ? say('on', { name, network: proper }) : proper;
      }
    }
  }
}

/** The host's name as people write it. */
const ownHost = (url: string): string =>
  URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : '';
