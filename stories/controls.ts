import type { ArgTypes, Args } from '@storybook/web-components-vite';

/**
 * An element whose attributes are the controls' values; what it tells goes to the panel "Actions".
 * Storybook names its listeners `onNewsLoad`.
 */
export function controlled(tag: string, args: Args): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(args) as [
    string,
    EventListener | string | number | boolean | undefined,
  ][])
    if (typeof value === 'function') {
      const type = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).slice('on-'.length);
      element.addEventListener(type, value);
    } else if (typeof value === 'boolean') element.toggleAttribute(name, value);
    else if (value !== undefined && value !== '') element.setAttribute(name, String(value));
  return element;
}

/** A control that offers the values which an attribute takes. */
export const oneOf = <Value extends string>(...options: Value[]): ArgTypes[string] => ({
  options,
  control: 'select',
});

export const sources = oneOf('auto', 'rest', 'wordpress', 'ghost', 'json-feed', 'rss');
export const ratios = oneOf('5/4', '1/1', '16/9');
