import type { ContentApi } from '../../content/content-api.js';
import { DraftKeys, posted, postedElsewhere, remember } from '../../content/draft-keys.js';
import type { CommentFields, Draft } from '../../content/draft.js';
import type { No } from '../../content/outbox-store.js';
import type { Outcome } from '../../content/outbox.js';
import { handover } from '../../content/post-comment.js';
import type { NewComment } from '../../model/index.js';
import type { FormFields } from './fields.js';

/** Only the site's own page takes it, and this page's policy lets no form go there. */
export interface Barred extends No {
  /** Where the reader finds the story, as far as that is known. */
  readonly page: string | undefined;
}

/**
 * What a form tells of what was sent from it: the API's word; that it waits, or no longer; that earlier words have
 * arrived; that the reader is taken to the site's own page with it, and was.
 */
export type News = Outcome | Barred | 'waits' | '' | 'earlier' | 'leaving' | 'away';

type Outbox = typeof import('../../content/outbox.js');

/** The form that a comment is written in. */
export interface Desk {
  readonly draft: Draft;
  readonly fields: FormFields;
  tell(news: News): void;
}

/** Follows the comment of one form through the outbox: sent from here, by itself later, or from another tab. */
export class Delivery {
  readonly #outbox: Outbox;
  readonly #desk: Desk;
  readonly #keys: DraftKeys;
  /** Key of the words that are sent by themselves while they stand in the form. */
  #waiting: string;
  /** Key of those that were changed since. */
  #changed = '';
  /** The reader is asked whether what they took to the site's own page has arrived. */
  #asks = false;
  #busy = false;
  #deaf: (() => void) | undefined;

  /** @param first what stood in the form at first, which may have been sent before */
  constructor(outbox: Outbox, desk: Desk, first: CommentFields) {
    this.#outbox = outbox;
    this.#desk = desk;
    this.#keys = new DraftKeys(desk.draft);
    this.#waiting = this.#keys.unsureOf(first) ? this.#keys.key(first) : '';
  }

  open(): void {
    this.#deaf ??= this.#outbox.hear(this.#heard);
    addEventListener('storage', this.#heardFromTab);
    this.edited();
    void this.#look();
  }

  close(): void {
    this.#deaf?.();
    this.#deaf = undefined;
    removeEventListener('storage', this.#heardFromTab);
  }

  /** Changed words are not sent by themselves: the reader is still at it. */
  edited(): void {
    if (this.#busy) return;
    const away = this.#keys.awayWith(this.#desk.fields.values);
    if (away !== this.#asks) this.#desk.tell(away ? 'away' : '');
    this.#asks = away;
    if (!this.#waiting || this.#key === this.#waiting) return;
    this.#changed = this.#waiting;
    this.#waiting = '';
    this.#desk.tell('');
    void this.#outbox.withdraw(this.#changed);
  }

  /** The reader would rather not send it: what was written is kept. */
  recall(): void {
    if (this.#waiting) void this.#outbox.withdraw(this.#waiting);
  }

  /** The reader says that what they took to the site's own page has arrived there. */
  arrived(): void {
    const { draft, tell } = this.#desk;
    posted(draft.place, this.#key);
    tell({});
  }

  /** @param agreed the reader wants their details remembered */
  async send(
    config: ContentApi,
    fields: CommentFields,
    comment: NewComment,
    agreed: boolean,
  ): Promise<Outcome | Barred | 'away'> {
    const { draft } = this.#desk;
    const key = this.#keys.key(fields);
    const unsure = this.#keys.unsureOf(fields);
    this.#busy = true;
    this.#asks = false;
    try {
      this.#keys.send(fields);
      const outcome = await this.#outbox.send(config, draft.place, key, comment, unsure);
      this.#waiting = key;
      this.#settle(key, outcome);
      const refused = 'reason' in outcome && outcome;
      if (refused && refused.reason !== 'elsewhere') return refused;
      remember(agreed ? fields : undefined);
      return refused ? await this.#leave(config, fields, comment, refused) : outcome;
    } finally {
      this.#busy = false;
    }
  }

  /** The reader goes along with the comment. Whether it arrives cannot be seen from here, so they are asked. */
  async #leave(
    config: ContentApi,
    fields: CommentFields,
    comment: NewComment,
    refused: No,
  ): Promise<No | Barred | 'away'> {
    const [form, { leaveWith, pageOf }] = await Promise.all([
      handover(config, comment),
      import('./leave.js'),
    ]);
    // Whoever has left the form meanwhile is taken nowhere.
    if (!form || !this.#deaf) return refused;
    this.#keys.goWith(fields);
    this.#desk.tell('leaving');
    this.#asks = await leaveWith(form);
    if (this.#asks) return 'away';
    this.#keys.stayWith(fields);
    return { ...refused, page: await pageOf(config, comment.story) };
  }

  get #key(): string {
    return this.#keys.key(this.#desk.fields.values);
  }

  /** What was sent from this form before, perhaps on another page. */
  async #look(): Promise<void> {
    const { draft, fields, tell } = this.#desk;
    const entries = await this.#outbox.writtenAt(draft.place);
    if (this.#busy || !this.#deaf) return;
    let mine = entries.find(({ key }) => key === this.#key);
    if (!mine && entries[0] && !fields.values.text) {
      mine = entries[0];
      fields.values = mine.comment;
      this.#keys.takeUp(mine.key, fields.values);
    }
    if (mine?.refused) this.#heard(mine.key, mine.refused);
    else if (mine) {
      this.#waiting = mine.key;
      tell('waits');
    }
  }

  readonly #heard = (key: string, outcome: Outcome): void => {
    if (this.#busy) return;
    if (key === this.#changed && !('reason' in outcome)) this.#desk.tell('earlier');
    else if (key === this.#key && !('reason' in outcome && this.#outbox.mayArrive(outcome))) {
      this.#settle(key, outcome);
      this.#desk.tell(outcome);
    }
  };

  readonly #heardFromTab = ({ key, newValue }: StorageEvent): void => {
    const posted = key === this.#desk.draft.place && postedElsewhere(newValue);
    if (posted) this.#heard(posted, {});
  };

  /** The reader is told: what has arrived is no draft any more, and what never will waits no longer. */
  #settle(key: string, outcome: Outcome): void {
    if ('reason' in outcome && this.#outbox.mayArrive(outcome)) return;
    this.#waiting = '';
    // Whoever sees the form next is told the no.
    if (!('reason' in outcome) || !this.#deaf) return;
    void this.#outbox.withdraw(key);
    if (outcome.sure) this.#keys.refused(key);
  }
}
