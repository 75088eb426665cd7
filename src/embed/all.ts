// The one file that a publisher puts on a page: every element, every source, English; other languages
// stand beside it.
import '../define.js';

export { defineSource } from '../sources/define-source.js';
export { Problem } from '../kit/problem.js';
