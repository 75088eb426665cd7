// The elements in the markup of Svelte 5.
import type { HTMLAttributes } from 'svelte/elements';
import type { Elements } from './elements.js';
import type { Listeners, Over, Props } from './props.js';

type Tags = {
  [Tag in keyof Elements]: Over<HTMLAttributes<Elements[Tag]['element']>, Props<Tag> & Listeners<Tag, 'on'>>;
};

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends Tags {}
}
