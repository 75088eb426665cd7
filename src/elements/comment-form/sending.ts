// What a form needs once a reader writes in it; loaded then, because most readers never do.
export { sendingWords } from '../../kit/words/en.js';
export { faultSummary, thanks, told, whyNot } from '../../views/comment-outcome.js';
export { check } from './check.js';
export { Delivery } from './delivery.js';
export { heldBack, submission } from './submission.js';
