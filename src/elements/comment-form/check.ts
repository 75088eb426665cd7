import type { CommentFields } from '../../content/draft.js';
import type { sendingWords } from '../../kit/words/en.js';
import { safeUrl } from '../../kit/urls.js';

/** One thing that a reader has to put right. */
export interface Fault {
  readonly field: keyof CommentFields;
  readonly word: keyof typeof sendingWords;
  readonly values?: Readonly<Record<string, number>>;
}

const longestName = 100;

/** What a comment lacks before it can be sent, in the order of the fields. */
export function check({ name, email, website, text }: CommentFields, longest: number): Fault[] {
  const faults: Fault[] = [];
  if (!text) faults.push({ field: 'text', word: 'textMissing' });
  else if (text.length > longest)
    faults.push({ field: 'text', word: 'textLong', values: { over: text.length - longest } });
  if (!name) faults.push({ field: 'name', word: 'nameMissing' });
  else if (name.length > longestName)
    faults.push({ field: 'name', word: 'nameLong', values: { n: longestName } });
  if (!email) faults.push({ field: 'email', word: 'emailMissing' });
  // Only what is surely wrong: whether an address works is known to nobody but its server.
  else if (!/^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(email)) faults.push({ field: 'email', word: 'emailWrong' });
  if (website && !safeUrl(website)?.startsWith('http'))
    faults.push({ field: 'website', word: 'websiteWrong' });
  return faults;
}
