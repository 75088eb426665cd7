// The one file that a publisher puts on a page: every element, every source, English.
import '../define.js';

export { defineSource } from '../sources/define-source.js';
export { Problem } from '../kit/problem.js';
