import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { Client } from '../../content/client.js';
import { clientFor } from '../../content/content-api.js';
import type { ContentState } from '../../content/controller.js';
import { watchOutbox } from '../../content/outbox-watch.js';
import { commentsQuestion, storyQuestion, type Question } from '../../content/questions.js';
import type { Problem } from '../../kit/problem.js';
import { ownAddress } from '../../kit/urls.js';
import { discussionWords, statusWords } from '../../kit/words/en.js';
import type { Message, Say } from '../../kit/words/say.js';
import type { Comment, Page, Story } from '../../model/index.js';
import { baseStyles, buttonStyles } from '../../views/base.styles.js';
import { commentStyles } from '../../views/comment.styles.js';
import { discussion } from '../../views/discussion.js';
import { heading } from '../../views/heading.js';
import { statusStyles } from '../../views/status.styles.js';
import { threadsOf } from '../../views/threads.js';
import { ContentElement } from '../content-element.js';
import { CommentInAddress } from './address.js';
import { begun } from './begun.js';
import { commentsStyles } from './comments.styles.js';
import { Discussion, pageOf } from './discussion.js';
import type { Opened } from './opened.js';

/**
 * What readers say about a story, with a form to join in, which is loaded when a reader opens it. Give the element the
 * id `comments`, and links to `#comments` lead to it; links to `#comment-12` lead to that very comment.
 *
 * ```html
 * <news-comments id="comments" story="1234" privacy-url="/privacy"></news-comments>
 * ```
 *
 * @slot heading - Your own heading.
 * @slot empty - Your own words where nobody has said anything yet.
 * @slot challenge - Your own check of who writes, inside the form.
 * @csspart heading - The heading.
 * @csspart form - The form.
 * @csspart order - The choice of order.
 * @csspart thread - A list of comments.
 * @csspart comment - A comment.
 * @csspart removed - A comment that was taken down.
 * @csspart held - The sentence on a comment that waits for approval.
 * @csspart author - The name of who wrote it.
 * @csspart permalink - The link to the comment.
 * @csspart date - The time of a comment.
 * @csspart words - What the comment says.
 * @csspart action - Reply, or report.
 * @csspart sign-in - The link to where a reader signs in.
 * @csspart notice - A sentence for the reader.
 * @csspart reply-to - The sentence that names what is answered.
 * @csspart note - The line about e-mail and required fields.
 * @csspart field - A label with its field.
 * @csspart label - A label.
 * @csspart required - The mark of a required field.
 * @csspart input - A field.
 * @csspart fault - What is wrong with a field.
 * @csspart summary - All that is wrong.
 * @csspart privacy - The link to the privacy page.
 * @csspart error - The sentence that says that something failed.
 * @csspart age - The sentence that tells how old the content is.
 * @csspart button - A button.
 * @cssproperty [--news-comment-indent=1.25em] - How far answers are indented.
 * @cssproperty [--news-color-field=transparent] - Ground of a field.
 * @cssproperty [--news-color-ground=Canvas] - Ground of the button that shows new comments.
 * @fires {NewsCommentOpenEvent} news-comment-open - A reader opens the form.
 * @fires {NewsCommentSubmitEvent} news-comment-submit - Before a comment is sent; prevent it, or let it wait for your own check.
 * @fires {NewsCommentPostedEvent} news-comment-posted - The API has stored a comment.
 * @fires {NewsCommentFailedEvent} news-comment-failed - The API has not taken a comment; it is still in the form.
 * @tag news-comments
 */
export class NewsComments extends ContentElement<Page<Comment> | readonly Comment[] | undefined> {
  static override styles = [baseStyles, buttonStyles, statusStyles, commentStyles, commentsStyles];

  static override properties: PropertyDeclarations = {
    order: {},
    limit: { type: Number },
    maxDepth: { type: Number, attribute: 'max-depth' },
    label: {},
    headingLevel: { type: Number, attribute: 'heading-level' },
    open: { type: Boolean },
    reportUrl: { attribute: 'report-url' },
    privacyUrl: { attribute: 'privacy-url' },
    maxLength: { type: Number, attribute: 'max-length' },
    form: { state: true },
    report: { state: true },
    known: { state: true },
    reports: { state: true },
    current: { state: true },
    said: { state: true },
    loud: { state: true },
  };

  /** Which threads come first: `newest` or `oldest`. Answers in a thread are always oldest first. */
  order: 'newest' | 'oldest' = 'newest';

  /** Threads on a page, 1 to 100. */
  limit = 20;

  /** Steps by which answers are indented; deeper ones name what they answer. */
  maxDepth = 3;

  /** The heading; default the number of comments in the language of the page. Empty for none. */
  label?: string;

  /** Level of the heading in the page's outline. */
  headingLevel = 2;

  /** Shows the form from the start. */
  open = false;

  /** Where readers report a comment when the API takes no reports; `{id}` stands for the comment's. */
  reportUrl?: string;

  /** Address of the page that tells what becomes of the reader's details. */
  privacyUrl?: string;

  /** Most characters of a comment. */
  maxLength = 5000;

  /** Asks only when it comes near the view, or when the page's address names a comment, unless told to be `eager`. */
  override loading: 'eager' | 'lazy' = 'lazy';

  /** @internal */
  discussion: Discussion | undefined;
  /** @internal */
  form: Opened | undefined;
  /** @internal */
  report: Opened | undefined;
  /** @internal What is known of the story: whether it takes comments. */
  known: Story | undefined;
  /** @internal The comment that the page's address names. */
  current = '';
  /** @internal */
  said = '';
  /** @internal Whether all must see what is said, not screen readers alone. */
  loud = false;
  private reports = false;
  #value: unknown;
  #turning = false;
  #opened = false;
  /** The discussion is or was on show, and not the fallback. */
  #begun = false;
  #fresh = 0;
  readonly #busy = new Set<string>();
  readonly #address = new CommentInAddress(this, (id) => void this.#do('permalink', id));

  constructor() {
    super();
    watchOutbox(this, () => this.content.config);
  }

  override isEmpty(value: Page<Comment> | readonly Comment[] | undefined): boolean {
    return !value || !pageOf(value).items.length;
  }

  override settled(problem?: Problem): void {
    super.settled(problem);
    if (!problem && this.content.config)
      void clientFor(this.content.config).then((client) => this.learn(client));
    else if (this.#turning) this.#failed();
  }

  /** @internal */
  get storyName(): string {
    return this.pageStory() ?? '';
  }

  /** @internal */
  get about(): string {
    return this.known?.id ?? this.storyName;
  }

  /** @internal */
  get signInUrl(): string | undefined {
    return this.known?.signInUrl;
  }

  /** @internal */
  speak<Key extends string>(table: { readonly [key in Key]: Message }): Say<Key> {
    return this.say(table);
  }

  /** @internal */
  questionFor(further?: { cursor: string } | { thread: string }): Question<Page<Comment> | undefined> {
    const { storyName: story, order, limit } = this;
    return commentsQuestion({ story, order, limit, ...further });
  }

  protected override wanted(): Question<Page<Comment> | undefined> | undefined {
    return this.storyName ? this.questionFor() : undefined;
  }

  protected override countOf(value: Page<Comment> | readonly Comment[]): number {
    return pageOf(value).items.length;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    // An attribute may say anything.
    if (this.order !== 'oldest') this.order = 'newest';
    this.limit = this.limit >= 1 ? Math.min(100, Math.floor(this.limit)) : 20;
    this.maxDepth = this.maxDepth >= 0 ? Math.min(9, this.maxDepth) : 3;
    if (this.hasUpdated && changed.has('story')) this.#startAnew();
  }

  protected override firstUpdated(changed: PropertyValues): void {
    super.firstUpdated(changed);
    this.renderRoot.addEventListener('click', this.#act);
  }

  protected override shown(state: ContentState): unknown {
    const given = this.given();
    const value = given ?? this.content.value;
    if (value && value !== this.#value) {
      const before = this.discussion;
      // The same question again: what is on show stays. Given content is shown as it is given.
      if (before && !given && !this.#turning) before.latest = pageOf(value);
      else {
        this.discussion = new Discussion(pageOf(value), this.order === 'newest');
        for (const posted of before?.posted ?? []) this.discussion.post(posted);
      }
      this.#turning = false;
    }
    this.#value = value;
    // What a reader writes in the page's own form until then goes on in ours: they change places at one stroke.
    if (value && !this.form && !this.#begun && this.#written()) {
      if (!this.#opened) void this.#do('open', '', false);
      this.#opened = true;
      return super.shown('idle');
    }
    // Where nobody has said anything yet, readers are invited; until another order has come, the one before stays.
    const stays = state === 'empty' ? value : this.#turning;
    return super.shown(stays ? 'ready' : state);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.contentState === 'loading' && !this.#turning) this.#startAnew();
    if (!this.discussion) return;
    if (this.open && !this.#opened) void this.#do('open', '', false);
    this.#opened = true;
    const n = this.discussion.fresh.length;
    if (n && n !== this.#fresh && !this.loud) this.said = this.say(discussionWords)('newComments', { n });
    this.#fresh = n;
  }

  protected override ready(): TemplateResult {
    this.#begun = true;
    const say = this.say(discussionWords);
    const { form, report, current, known, order, said, loud, language: lang } = this;
    const { comments, total, next, fresh } = this.discussion as Discussion;
    const threads = threadsOf(comments, this.maxDepth);
    const label = this.label ?? (total ? say('comments', { n: total }) : say('discussion'));
    const drafts = this.asOnServer ? none : begun(`${this.content.config?.api ?? ''} ${this.storyName}`);
    const open = known?.comments ?? 'open';
    return discussion({
      say,
      lang,
      heading: label ? heading(this.headingLevel, 'heading', label) : nothing,
      threads,
      comments: open,
      signInUrl: this.signInUrl,
      form: form?.about === '' ? form.render() : undefined,
      begun: drafts.has(''),
      order: threads.length > 1 && !this.given() ? order : undefined,
      turn: this.#turn,
      fresh: fresh.length,
      more: next !== undefined,
      busy: (name) => this.#busy.has(name),
      said,
      loud,
      current,
      reply: (id) => (drafts.has(id) ? say('goOnReply') : open === 'open' ? say('reply') : undefined),
      report: (id) => this.reports || ownAddress(this.reportUrl?.replaceAll('{id}', encodeURIComponent(id))),
      opened: (id) => {
        const here = [form, report].filter((one) => one?.about === id);
        return here.length ? here.map((one) => one?.render()) : nothing;
      },
    });
  }

  protected override skeleton(): TemplateResult {
    return html`<div aria-hidden="true">
      <div class="bone half"></div>
      <div class="bone"></div>
    </div>`;
  }

  /** Whether the form in the fallback is in use: what is not on show cannot have the focus. */
  #written(): boolean {
    const fields = this.asOnServer
      ? []
      : this.querySelectorAll<HTMLTextAreaElement>('textarea:not([slot] *)');
    return [...fields].some(({ value, form }) => value || form?.matches(':focus-within'));
  }

  #startAnew(): void {
    this.form?.close();
    this.form = this.report = this.known = this.discussion = undefined;
    this.#opened = false;
  }

  /** @internal Whether the API takes reports; and whether comments are open, where another element has asked about the story. */
  async learn(client: Client): Promise<void> {
    for (const detail of ['whole', 'counted', 'teaser'] as const)
      this.known ??= client.kept(storyQuestion(this.storyName, detail))?.value;
    this.reports = await client.canReport();
  }

  readonly #turn = (event: Event): void => {
    // The comment that is being answered may not be on the page that comes.
    if (this.form?.about) this.form.close();
    this.#turning = true;
    this.order = (event.target as HTMLSelectElement).value as 'newest' | 'oldest';
  };

  readonly #act = (event: Event): void => {
    const target = (event.target as Element).closest<HTMLButtonElement | HTMLAnchorElement>(
      'button[name], a',
    );
    if (target instanceof HTMLButtonElement) void this.#do(target.name, target.value);
    // A link to the address where the page already is changes nothing: no event tells of it.
    else if (target?.href === location.href) this.#address.heed();
  };

  #failed(): void {
    this.said = this.say(statusWords)('failed');
    this.loud = true;
  }

  /** What is done here is loaded when a reader does it. */
  async #do(name: string, about: string, focus = true): Promise<void> {
    if (this.#busy.has(name + about)) return;
    this.#busy.add(name + about);
    this.requestUpdate();
    // Said again only when it was unsaid between.
    this.said = '';
    this.loud = false;
    try {
      const { act } = await (name === 'open' || name === 'reply'
        ? import('./talk.js')
        : name === 'report'
          ? import('./report.js')
          : import('./arrivals.js'));
      await act(this, about, name, focus);
    } catch {
      this.#failed();
    } finally {
      this.#busy.delete(name + about);
      this.requestUpdate();
    }
  }
}

const none: ReadonlySet<string> = new Set();
