import { isServer, LitElement, type PropertyDeclarations, type PropertyValues } from 'lit';
import { languageOf } from '../kit/languages.js';
import { speak, type Message, type Messages, type Say } from '../kit/words/say.js';
import { define, version } from './define.js';

// What any element may carry that is no property of that name, and what frameworks write on elements.
const anyAttribute = /^(class|tabindex|is|data|aria|defer|ng|v|x|hx)\b|^(on|item|export|_)|[^\w-]/;

/** What all elements share: words, language, advice for the publisher. */
export abstract class NewsElement extends LitElement {
  static readonly version = version;
  static readonly define = define;

  static override properties: PropertyDeclarations = {
    words: { attribute: false },
    debug: { type: Boolean },
  };

  /** The publisher's own words, by the names that the element's page in the documentation lists. */
  words: Messages = {};

  /** Shows a box that tells what was asked for, of whom, and what came. */
  debug = false;

  protected readonly internals = this.attachInternals();
  /** The language in force here, for dates, numbers and lists. */
  protected language = 'en';
  /** On a server; and in the browser, until a tree that a server rendered has been taken over as it is. */
  protected asOnServer = isServer;
  #pageWords: Messages = {};

  override connectedCallback(): void {
    this.asOnServer = !!this.shadowRoot && !this.hasUpdated;
    super.connectedCallback();
    const look = (): void => {
      this.asOnServer = false;
      this.language = languageOf(this);
      this.#pageWords = publishersWords(this);
      this.requestUpdate();
    };
    if (this.asOnServer) void this.updateComplete.then(look);
    else look();
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    // Without hydration support Lit would print a server's content a second time.
    if (!('litElementHydrateSupport' in globalThis)) this.shadowRoot?.replaceChildren();
    return super.createRenderRoot();
  }

  protected override willUpdate(_changed: PropertyValues): void {
    // A server knows an element's own attribute only.
    if (this.asOnServer) this.language = this.getAttribute('lang') || 'en';
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
    return speak('en', table, { ...this.#pageWords, ...this.words });
  }
}

const selector = 'script[type="application/json"][data-news-messages]';

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
