import { html, type PropertyDeclarations, type TemplateResult } from 'lit';
import { storyQuestion, type Question } from '../../content/questions.js';
import { compact } from '../../kit/compact.js';
import { ownAddress } from '../../kit/urls.js';
import { bylineWords } from '../../kit/words/en.js';
import type { Author, Story } from '../../model/index.js';
import { baseStyles, buttonStyles } from '../../views/base.styles.js';
import { bylineBox, bylineLine } from '../../views/byline.js';
import { bylineStyles } from '../../views/byline.styles.js';
import { statusStyles } from '../../views/status.styles.js';
import { ContentElement } from '../content-element.js';

/**
 * Who wrote a story: a line of names, or a box with portrait, role and a few words about each.
 *
 * ```html
 * <news-byline story="1234" variant="box"></news-byline>
 * ```
 *
 * @slot authors - Your own names, as links or text: then nothing is asked of an API.
 * @csspart byline - The line.
 * @csspart prompt - "By" or "Written by".
 * @csspart author - A name.
 * @csspart people - The list in a box.
 * @csspart person - One author in a box.
 * @csspart portrait - The picture, or the initials where there is none.
 * @csspart name - The name in a box.
 * @csspart role - The role.
 * @csspart bio - The words about the author.
 * @csspart error - The sentence that says that something failed.
 * @csspart age - The sentence that tells how old the content is.
 * @csspart button - A button.
 * @cssproperty [--news-radius-portrait=50%] - Corners of a portrait.
 * @tag news-byline
 */
export class NewsByline extends ContentElement<Story | readonly Author[] | undefined> {
  static override styles = [baseStyles, buttonStyles, statusStyles, bylineStyles];

  static override properties: PropertyDeclarations = {
    by: {},
    byRole: { attribute: 'by-role' },
    href: {},
    portrait: {},
    variant: {},
    label: {},
  };

  /** The author's name, written by hand. */
  by?: string;

  /** The author's role, written by hand. */
  byRole?: string;

  /** Address of the author's page, written by hand. */
  href?: string;

  /** Address of the author's portrait, written by hand. */
  portrait?: string;

  /** `line` or `box`. */
  variant: 'line' | 'box' = 'line';

  /** The words before the names; default "By", and "Written by" over a box. */
  label?: string;

  protected override given(): Story | readonly Author[] | undefined {
    if (this.data || !(this.by || this.slotted('authors'))) return this.data;
    const src = ownAddress(this.portrait);
    return [
      compact<Author>({
        name: this.by ?? '',
        role: this.byRole,
        url: this.href,
        portrait: src ? { src } : undefined,
      }),
    ];
  }

  protected override wanted(): Question<Story | undefined> | undefined {
    const story = this.pageStory();
    return story ? storyQuestion(story) : undefined;
  }

  override isEmpty(value: Story | readonly Author[] | undefined): boolean {
    return !authorsIn(value).length;
  }

  protected override ready(value: Story | readonly Author[]): TemplateResult {
    const say = this.say(bylineWords);
    const authors = authorsIn(value);
    const box = this.variant === 'box';
    const prompt = this.label ?? say(box ? 'writtenBy' : 'by');
    if (this.slotted('authors'))
      return html`<p class="byline" part="byline">
        <span class="prompt" part="prompt">${prompt}</span>${' '}<slot name="authors"></slot>
      </p>`;
    return box ? bylineBox(authors, prompt) : bylineLine(authors, this.language, prompt);
  }

  protected override skeleton(): TemplateResult {
    return html`<div class="bone half" aria-hidden="true"></div>`;
  }
}

const authorsIn = (value: Story | readonly Author[] | undefined): readonly Author[] =>
  !value ? [] : 'headline' in value ? (value.authors ?? []) : value;
