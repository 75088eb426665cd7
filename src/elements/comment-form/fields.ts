import type { CommentFields } from '../../content/draft.js';

export type Field = HTMLInputElement | HTMLTextAreaElement;

const names = ['name', 'email', 'website', 'text'] as const;

/** The fields of a form on show. Their values are the browser's. */
export class FormFields {
  readonly #root: () => ParentNode;

  constructor(root: () => ParentNode) {
    this.#root = root;
  }

  one(name: keyof CommentFields): Field | null {
    return this.#root().querySelector(`[part~="input"][name="${name}"]`);
  }

  get values(): CommentFields {
    const value = (name: keyof CommentFields): string => this.one(name)?.value.trim() ?? '';
    return { name: value('name'), email: value('email'), website: value('website'), text: value('text') };
  }

  set values(values: Partial<CommentFields>) {
    for (const name of names) {
      const field = this.one(name);
      if (field) field.value = values[name] ?? '';
    }
  }

  /** The reader agreed to have their details remembered. */
  get remember(): boolean {
    return !!this.#root().querySelector<HTMLInputElement>('#remember')?.checked;
  }

  set remember(agreed: boolean) {
    const box = this.#root().querySelector<HTMLInputElement>('#remember');
    if (box && agreed) box.checked = true;
  }
}
