import type { Quote } from '../model/index.js';
import { compact } from '../kit/compact.js';
import { plainText } from '../kit/plain-text.js';
import { text } from './shape.js';

/** Quotations in a body: pull quotes and block quotes, the speaker named in `cite`. */
export const quotes = (body: string): Quote[] =>
  // By splitting: a pattern that looks for each end anew takes minutes where a hostile body has none.
  body
    .split(/<blockquote\b[^<>]*>/i)
    .slice(1)
    .flatMap((part) => {
      const [inner = '', end] = part.split(/<\/blockquote>/i, 2);
      const [before = '', cite = ''] = inner.split(/<cite\b[^<>]*>/i, 2);
      const [by = '', after = ''] = cite.split(/<\/cite>/i, 2);
      const words = plainText(before + after);
      return words && end !== undefined ? compact<Quote>({ text: words, by: text(plainText(by)) }) : [];
    });

/** A standfirst, unless the body says it: servers make one of its beginning where nobody wrote any. */
export const unlessIn = (body: string, standfirst: string | undefined): string | undefined =>
  plainText(body).includes((standfirst ?? '').replace(/\s*…$/, '').slice(0, 40)) ? undefined : standfirst;
