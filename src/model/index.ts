export type { Author } from './author.js';
export type { Comment, NewComment } from './comment.js';
export type { Page } from './page.js';
export type { Picture } from './picture.js';
export type { Quote } from './quote.js';
export type { Correction, Story, StoryLabel, Term } from './story.js';
