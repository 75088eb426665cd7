import { html, isServer, LitElement, type PropertyDeclarations, type PropertyValues } from 'lit';
import { known, languageOf } from '../kit/languages.js';
import { speak, speaks, type Message, type Messages, type Say } from '../kit/words/say.js';
import { define, version } from './define.js';

// What any element may carry that is no property of that name, and what frameworks write on elements.
const anyAttribute = /^(class|tabindex|is|data|aria|defer|ng|v|x|hx)\b|^(on|item|export|_)|[^\w-]/;

// Until its words are there, an element that has shown nothing yet is as it was before its script came.
const bare = (): unknown => html`<slot></slot>`;

/** What all elements share: words, language, advice for the publisher. */
export abstract class NewsElement extends LitElement {
  static readonly version = version;
  static readonly define = define;

  static override properties: PropertyDeclarations = {
    words: { attribute: false },
    debug: { type: Boolean },
    isolate: { type: Boolean },
  };

  /** The publisher's own words, by their names: docs/languages.md. */
  words: Messages = {};

  /** Shows a box that tells what was asked for, of whom, and what came; on elements that ask for something. */
  debug = false;

  /**
   * On an element that shows something: lets no rule of the page reach it, not even one for its place in the layout. For
   * pages that work against it; tokens, direction, language and colour scheme come through.
   */
  isolate = false;

  protected readonly internals = this.attachInternals();
  /** The language in force here, for dates, numbers and lists. */
  protected language = 'en';
  /** On a server; and in the browser, until a tree that a server rendered has been taken over as it is. */
  protected asOnServer = isServer;
  /** Rendered by itself: of its page nothing is known, of its attributes and `data` all. */
  protected alone = isServer;
  #pageWords: Messages = {};

  /** @internal Takes over what `renderPage` found out; false where that did not render the element. */
  takeOver?(): boolean;

  override connectedCallback(): void {
    this.asOnServer = !!this.shadowRoot && !this.hasUpdated;
    this.alone = this.asOnServer && !this.takeOver?.();
    super.connectedCallback();
    const go = (): void => {
      Reflect.deleteProperty(this, 'render');
      this.requestUpdate();
    };
    const look = (): void => {
      this.language = languageOf(this);
      this.#pageWords = publishersWords(this);
      if (!speaks(this.language)) {
        if (!this.hasUpdated && !this.asOnServer) this.render = bare;
        import('./foreign.js').then(({ learn }) => learn(this)).then(go, go);
      }
      this.requestUpdate();
    };
    if (!this.alone) look();
    if (this.asOnServer)
      void this.updateComplete.then(() => {
        this.asOnServer = this.alone = false;
        look();
      });
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    // Without hydration support Lit would print a server's content a second time.
    if (!('litElementHydrateSupport' in globalThis)) this.shadowRoot?.replaceChildren();
    return super.createRenderRoot();
  }

  protected override willUpdate(_changed: PropertyValues): void {
    if (this.alone) this.language = known(this.getAttribute('lang'));
  }

  protected override firstUpdated(_changed: PropertyValues): void {
    const known = (this.constructor as typeof LitElement).observedAttributes;
    const strange = this.getAttributeNames().filter(
      (name) => !known.includes(name) && !(name in HTMLElement.prototype) && !anyAttribute.test(name),
    );
    if (strange.length)
      void import('./advice.js').then(({ adviseAttributes }) => adviseAttributes(this, strange, known));
  }

  /** Speaks a table of messages, the publisher's words first. */
  protected say<Key extends string>(table: { readonly [key in Key]: Message }): Say<Key> {
    // What a server wrote may be in a language that is not there yet: taken over as English, it is written anew then.
    const lang = isServer || !this.asOnServer ? this.language : 'en';
    return speak(lang, table, { ...this.#pageWords, ...this.words });
  }
}

const selector = 'script[data-news-messages]';

/** The page's words, which stand in a script that is in no element of its own, then those in the element. */
function publishersWords(element: Element): Messages {
  let words: Messages = {};
  for (const script of [...document.querySelectorAll(selector), ...element.querySelectorAll(selector)]) {
    const { parentElement: parent, textContent } = script;
    if (parent !== element && parent?.localName.includes('-')) continue;
    try {
      words = { ...words, ...(JSON.parse(textContent) as Messages) };
    } catch {
      void import('./advice.js').then(({ adviseWords }) => adviseWords());
    }
  }
  return words;
}
