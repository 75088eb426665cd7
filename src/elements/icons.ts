import {
  html,
  nothing,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';

/** Draws an element's icons. Their shapes come after its words, once for all elements of the page. */
export class Icons implements ReactiveController {
  /** They cannot be had: the element shows its words. */
  missing = false;
  /** What there is from the start: on a server all. */
  static shapes: Readonly<Record<string, string>> = {};
  #shapes = Icons.shapes;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  async hostConnected(): Promise<void> {
    // What a server wrote is taken over first, as it is.
    await this.host.updateComplete;
    try {
      this.#shapes = (await import('../views/icons.js')).icons;
    } catch {
      this.missing = true;
    }
    this.host.requestUpdate();
  }

  /** The icon of that name, that of any link where there is none: decoration, in the colour of the text. */
  draw(name: string): TemplateResult {
    const shape = this.#shapes[Object.hasOwn(this.#shapes, name) ? name : 'link'];
    return html`<svg class="icon" part="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d=${shape ?? nothing}></path>
    </svg>`;
  }
}
