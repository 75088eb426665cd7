// The elements in JSX of Preact.
import type { HTMLAttributes } from 'preact';
import type { Elements } from './elements.js';
import type { Listeners, Over, Props } from './props.js';

type Tags = {
  [Tag in keyof Elements]: Over<HTMLAttributes<Elements[Tag]['element']>, Props<Tag> & Listeners<Tag, 'on'>>;
};

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements extends Tags {}
  }
}
