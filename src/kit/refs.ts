/** A story named by its publisher: digits are an id, a slash makes an address, else it is a slug. */
export interface StoryRef {
  readonly kind: 'id' | 'url' | 'slug';
  readonly value: string;
}

export function storyRef(value: string): StoryRef {
  const text = value.trim();
  return { kind: /^\d+$/.test(text) ? 'id' : text.includes('/') ? 'url' : 'slug', value: text };
}
