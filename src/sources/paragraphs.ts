import { plainText } from '../kit/plain-text.js';
import { text } from './shape.js';

/** The text of a comment's HTML, with an empty line between its paragraphs. */
export const paragraphs = (html: unknown): string =>
  (text(html) ?? '')
    .split(/<\/?(?:p|pre|blockquote|li)\b[^>]*>/i)
    .map((part) =>
      part
        .split(/<br\b[^>]*>/i)
        .map(plainText)
        .join('\n')
        .trim(),
    )
    .filter(Boolean)
    .join('\n\n');
