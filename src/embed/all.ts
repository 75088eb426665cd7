// The one file that a publisher puts on a page: every element, every source, English; other languages stand beside it.
// Without Lit's part for hydration: what a server rendered is replaced at one stroke, by the same from the same answers.
import '../elements/hydration.js';
import '../define.js';
import { ownScript } from './own-script.js';
import { settingsFrom } from './own-tag.js';

export { defineSource } from '../sources/define-source.js';
export { Problem } from '../kit/problem.js';

// Elements that were on the page already ask for them after this.
settingsFrom(ownScript(import.meta.url));
