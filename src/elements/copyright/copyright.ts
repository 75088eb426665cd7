import { html, type PropertyDeclarations, type TemplateResult } from 'lit';
import { copyrightWords } from '../../kit/words/en.js';
import { baseStyles } from '../../views/base.styles.js';
import { NewsElement } from '../base.js';
import { copyrightStyles } from './copyright.styles.js';

/**
 * Who holds the rights, since when, and where the publisher's policies are.
 *
 * ```html
 * <news-copyright holder="The Truth" since="2021" until="now"><a slot="links" href="/ethics">Ethics</a></news-copyright>
 * ```
 *
 * @slot - The fallback: shown before the script runs, gone once there is a holder to name.
 * @slot links - Your links to ethics, corrections, ownership, privacy, contact: links one by one, or a `nav` with a list.
 * @csspart root - Everything.
 * @csspart line - The line: "Copyright © 2021 The Truth".
 * @csspart links - The place of the links.
 * @tag news-copyright
 */
export class NewsCopyright extends NewsElement {
  static override styles = [baseStyles, copyrightStyles];

  static override properties: PropertyDeclarations = {
    holder: {},
    since: {},
    until: {},
  };

  /** Who holds the rights. */
  holder?: string;

  /** The first year. */
  since?: string;

  /** The last year, for a range; `now` is the year in which the page is read. */
  until?: string;

  protected override render(): TemplateResult {
    const { holder = '' } = this;
    const values = { years: this.#years(), holder };
    return html`<div class="root" part="root">
      ${
        holder.trim()
          ? html`<p class="line" part="line"><small>${this.say(copyrightWords)('line', values).replace(/ +/g, ' ')}</small></p>`
          : html`<slot></slot>`
      }
      <div class="links" part="links"><slot name="links"></slot></div>
    </div>`;
  }

  #years(): string {
    const first = Number(this.since);
    // A server's page may be read in another year.
    const last = Number(this.until === 'now' ? !this.asOnServer && new Date().getFullYear() : this.until);
    const format = new Intl.NumberFormat(this.language, { useGrouping: false });
    return [first, last]
      .filter((year, index) => Number.isInteger(year) && year > (index && first > 0 ? first : 0))
      .map((year) => format.format(year))
      .join('–');
  }
}
