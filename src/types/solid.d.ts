// The elements in JSX of Solid.
import type { JSX } from 'solid-js';
import type { Elements } from './elements.js';
import type { Listeners, Over, Props } from './props.js';

type Tags = {
  [Tag in keyof Elements]: Over<
    JSX.HTMLAttributes<Elements[Tag]['element']>,
    Props<Tag> & Listeners<Tag, 'on:'>
  >;
};

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements extends Tags {}
  }
}
