// In place of src/content/own-tag.ts, where a file of ours is what the script tag names.
let tag: HTMLScriptElement | undefined;

export const ownTag = (): HTMLScriptElement | undefined => tag;
export const autoloads = true;

/** Says whose settings these elements have. */
export const settingsFrom = (script: HTMLScriptElement | undefined): void => void (tag = script);
