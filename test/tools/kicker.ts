import { LitElement, html } from 'lit';

/** The smallest element that can be rendered on a server: for the tools' own test. */
class Kicker extends LitElement {
  static override properties = { data: { attribute: false }, label: {} };

  data?: { topic: string };
  label = '';

  override render(): unknown {
    return html`<p>${this.label}: ${this.data?.topic}</p>
      <button @click=${() => this.dispatchEvent(new Event('follow'))}>Follow</button>`;
  }
}

customElements.define('tools-kicker', Kicker);
