import { css, html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { ContentState } from '../../content/controller.js';
import { canonicalUrl } from '../../content/page-default.js';
import { storyQuestion, type Question } from '../../content/questions.js';
import { ownAddress } from '../../kit/urls.js';
import { countWords } from '../../kit/words/en.js';
import type { Story } from '../../model/index.js';
import { baseStyles } from '../../views/base.styles.js';
import { ContentElement } from '../content-element.js';

/**
 * How many comments a story has, as a link to them. It says nothing of a failure: a number that is not known is left
 * out.
 *
 * ```html
 * <news-comment-count story="1234"></news-comment-count>
 * ```
 *
 * @csspart link - The link.
 * @fires {NewsNavigateEvent} news-navigate - A reader follows the link to another page; prevent it to go there in your own way.
 * @tag news-comment-count
 */
export class NewsCommentCount extends ContentElement<Story | undefined> {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: inline-block;
      }
      :host([isolate]) {
        display: inline-block !important;
      }
      /* Also where the page has taken the host's own display away. */
      .root {
        inline-size: fit-content;
      }
      a {
        display: inline-block;
        min-block-size: 24px;
      }
      .bone {
        inline-size: 6em;
        block-size: 1.5em;
      }
      .quiet {
        position: absolute;
        overflow: hidden;
        inline-size: 1px;
        block-size: 1px;
        clip-path: inset(50%);
        white-space: nowrap;
      }
    `,
  ];

  static override properties: PropertyDeclarations = { href: {} };

  /** Where the comments are; default `#comments` on the story's page. */
  href?: string;

  protected override wanted(): Question<Story | undefined> | undefined {
    const story = this.pageStory();
    return story ? storyQuestion(story, 'counted') : undefined;
  }

  override isEmpty(story: Story | undefined): boolean {
    return !story || (story.comments === 'closed' && !story.commentCount);
  }

  protected override shown(state: ContentState): unknown {
    if (state === 'error' && !this.hasFallback())
      return html`<slot name="error">${this.ready(undefined)}</slot>`;
    return super.shown(state === 'stale' || state === 'offline' ? 'ready' : state);
  }

  /** The page's address; a server is told it. */
  protected here(): string | undefined {
    return canonicalUrl();
  }

  protected override ready(story: Story | undefined): TemplateResult {
    const say = this.say(countWords);
    const { commentCount: n, headline, lang } = story ?? {};
    const here = this.alone ? undefined : this.here();
    // Until the answer is there, an id or a slug has no address.
    const named = this.story?.includes('/') ? this.story : undefined;
    const page = (story?.url ?? (this.story ? named : here))?.replace(/#.*/, '');
    const href = ownAddress(this.href ?? (page && `${page === here ? '' : page}#comments`));
    const words = n === undefined ? say('some') : n ? say('comments', { n }) : say('none');
    return html`${
      href
        ? html`<a part="link" href=${href} @click=${story && !href.startsWith('#') ? this.navigate(story.id, 0) : nothing}
          >${words}${headline ? html`<span class="quiet">${` ${say('about')} `}<span lang=${lang ?? nothing} dir="auto">${headline}</span></span>` : nothing}</a
        >`
        : nothing
    }`;
  }

  protected override skeleton(): TemplateResult {
    return html`<div class="bone" aria-hidden="true"></div>`;
  }
}
