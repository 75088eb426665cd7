// The elements in JSX of React 19, which sets properties and hears `onnews-navigate` without wrappers.
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { Elements } from './elements.js';
import type { Listeners, Over, Props } from './props.js';

type Common<Element> = DetailedHTMLProps<HTMLAttributes<Element>, Element>;
type Tags = {
  [Tag in keyof Elements]: Over<Common<Elements[Tag]['element']>, Props<Tag> & Listeners<Tag, 'on'>>;
};

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends Tags {}
  }
}
