// The one file that a publisher puts on a page: every element, every source, English; other languages stand beside it.
// Without Lit's part for hydration: what a server rendered is replaced at one stroke, by the same from the same answers.
import '../elements/hydration.js';
import '../define.js';

export { defineSource } from '../sources/define-source.js';
export { Problem } from '../kit/problem.js';
