import { LitElement, html } from 'lit';
import { property } from 'lit/decorators.js';

/** The smallest element that can be rendered on a server: for the tools' own test. */
class Kicker extends LitElement {
  @property({ attribute: false }) data?: { topic: string };
  @property() label = '';

  override render(): unknown {
    return html`<p>${this.label}: ${this.data?.topic}</p>
      <button @click=${() => this.dispatchEvent(new Event('follow'))}>Follow</button>`;
  }
}

customElements.define('tools-kicker', Kicker);
