// The elements in the templates of Vue 3.
import type { HTMLAttributes, ReservedProps } from 'vue';
import type { Elements } from './elements.js';
import type { CamelProps, Handler, Over } from './props.js';

/** Templates say `@news-navigate`, their compiler `onNewsNavigate`. */
type Handlers<Tag extends keyof Elements> = {
  [Name in Elements[Tag]['events'] as Handler<Name>]?:
    ((event: HTMLElementEventMap[Name]) => void) | undefined;
};
interface Common extends HTMLAttributes, ReservedProps {
  slot?: string;
}
type Components = {
  [Tag in keyof Elements]: new () => { $props: Over<Common, CamelProps<Tag> & Handlers<Tag>> };
};

declare module 'vue' {
  interface GlobalComponents extends Components {}
}
