// What a form needs once a reader writes in it; loaded then, because most readers never do.
export { postComment } from '../../content/post-comment.js';
export { sendingWords } from '../../kit/words/en.js';
export { faultSummary, thanks } from '../../views/comment-outcome.js';
export { check } from './check.js';
