// What elements take in the markup of a framework, made of their classes. Which of a class's members are meant is told by
// elements.d.ts, which the build writes from the manifest.
import type { Elements } from './elements.js';

/** A tag's class, its properties, those of them that an attribute of another name sets, and its events. */
export interface Entry<Element, Property extends keyof Element, Renamed extends Property, Event> {
  element: Element;
  properties: Property;
  renamed: Renamed;
  events: Event;
}

type Kebab<Name> = Name extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `-${Lowercase<First>}`}${Kebab<Rest>}`
  : Name;

type Picked<From, Names> = Pick<From, Names & keyof From>;
type In<From, Name> = Name extends keyof From ? From[Name] : never;

/** Its properties. */
type Properties<Tag extends keyof Elements> = {
  [Name in keyof Picked<Elements[Tag]['element'], Elements[Tag]['properties']>]?:
    In<Elements[Tag]['element'], Name> | undefined;
};

/**
 * Its attributes that are named otherwise than their properties. A number may be text there. Frameworks write `false`
 * into an attribute as a word, which would switch it on: where it changes, the property is meant.
 */
type Attributes<Tag extends keyof Elements> = {
  [Name in keyof Picked<Elements[Tag]['element'], Elements[Tag]['renamed']> as Kebab<Name>]?:
    InAttribute<In<Elements[Tag]['element'], Name>> | undefined;
};
type InAttribute<Value> = Value extends boolean
  ? true | ''
  : Value extends number
    ? Value | `${Value}`
    : Value;

/** What a tag takes in markup. */
export type Props<Tag extends keyof Elements> = Properties<Tag> & Attributes<Tag>;

/**
 * The same where a framework takes `heading-level` and `headingLevel` for one name, and for the property.
 */
export type CamelProps<Tag extends keyof Elements> = Omit<Properties<Tag>, Elements[Tag]['renamed']> & {
  [Name in keyof Picked<Elements[Tag]['element'], Elements[Tag]['renamed']>]?:
    In<Elements[Tag]['element'], Name> | InAttribute<In<Elements[Tag]['element'], Name>> | undefined;
};

/** Listeners for an element's own events, each under its event's name after a prefix. */
export type Listeners<Tag extends keyof Elements, Prefix extends string> = {
  [Name in Elements[Tag]['events'] as `${Prefix}${Name}`]?:
    ((event: In<HTMLElementEventMap, Name>) => void) | undefined;
};

/** `onNewsNavigate` of `news-navigate`. */
export type Handler<Name> = `on${Pascal<Name>}`;
type Pascal<Name> = Name extends `${infer First}-${infer Rest}`
  ? `${Capitalize<First>}${Pascal<Rest>}`
  : Capitalize<Name & string>;

/** A framework's own attributes of any element, and over them what the tag takes. */
export type Over<Common, Own> = Omit<Common, keyof Own> & Own;
