import type { LitElement, ReactiveController } from 'lit';

/** Hears when the page's address names a comment: `#comment-12`, when the page is opened and whenever it changes. */
export class CommentInAddress implements ReactiveController {
  #heard = '';

  constructor(
    readonly host: LitElement & { readonly discussion: object | undefined; loading: string; current: string },
    /** Called when the comments are there. */
    readonly found: (comment: string) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('hashchange', this.heed);
    this.#hurry();
  }

  hostDisconnected(): void {
    window.removeEventListener('hashchange', this.heed);
  }

  hostUpdated(): void {
    const { hash } = location;
    if (!this.host.discussion || hash === this.#heard || !hash.startsWith('#comment-')) return;
    this.#heard = hash;
    this.found(hash.slice('#comment-'.length));
  }

  /** The reader has asked for the address, which may be the one before. */
  readonly heed = (): void => {
    this.#heard = this.host.current = '';
    this.#hurry();
    this.host.requestUpdate();
  };

  #hurry(): void {
    if (/^#comment(s$|-)/.test(location.hash)) this.host.loading = 'eager';
  }
}
