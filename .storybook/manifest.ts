/// <reference types="vite/client" />
import text from '../custom-elements.json?raw';

interface Entry {
  name: string;
  /** Of a property that an attribute sets. */
  attribute?: string;
  type?: { text: string };
}

interface Declaration {
  members?: Entry[];
  attributes?: Entry[];
  slots?: Entry[];
  cssParts?: Entry[];
}

const manifest = JSON.parse(text) as { modules: { declarations?: Declaration[] }[] };

const renamed = (entries: Entry[] | undefined, name: (entry: Entry) => string): Entry[] =>
  (entries ?? []).map((entry) => ({ ...entry, name: name(entry) }));

/** Storybook makes a control for the type "string", and none for "string | undefined". */
const typed = (entry: Entry): Entry =>
  entry.type ? { ...entry, type: { text: entry.type.text.replace(' | undefined', '') } } : entry;

/**
 * The manifest as Storybook needs it: it lists everything about an element under one set of names, so that a part would
 * hide the attribute of its name, and a property is shown only where no attribute sets it.
 */
export default {
  ...manifest,
  modules: manifest.modules.map(({ declarations, ...module }) => ({
    ...module,
    declarations: declarations?.map((declaration) => ({
      ...declaration,
      members: declaration.members?.filter(({ attribute }) => !attribute),
      attributes: declaration.attributes?.map(typed),
      slots: renamed(declaration.slots, ({ name }) => (name ? `slot="${name}"` : '(default slot)')),
      cssParts: renamed(declaration.cssParts, ({ name }) => `::part(${name})`),
    })),
  })),
};
