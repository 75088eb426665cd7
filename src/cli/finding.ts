/** A `warning` is worth knowing, a `failure` keeps readers from something. */
export type Mark = 'ok' | 'warning' | 'failure';

/** What a finding is about. */
export type Subject = 'reachable' | 'script' | 'source' | 'stories' | 'CORS' | 'comments' | 'cache' | 'CSP';

/** One thing that was looked at. */
export interface Finding {
  readonly mark: Mark;
  readonly about: Subject;
  /** One sentence, in one line. */
  readonly text: string;
  /** What to do about it, where it is not `ok`. */
  readonly remedy?: string;
}

/** What a check has found, in the order in which it looked. */
export interface Report {
  readonly target: string;
  /** The origin of the pages that were asked for; undefined where nobody named one. */
  readonly origin: string | undefined;
  /** Whether nothing fails. */
  readonly ok: boolean;
  readonly findings: readonly Finding[];
}

// Control characters steer a terminal, marks of direction turn a line round: what a server says does neither.
const steering = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;

/** A text of whatever origin, to stand in one line. */
export const inOneLine = (text: string): string => text.replace(steering, ' ').trim();

const cut = (text: string, longest: number): string => {
  const letters = [...text];
  return letters.length > longest ? `${letters.slice(0, longest).join('')}…` : text;
};

/** A server's words, cut where they fill the screen. */
export const quoted = (text: string): string => `“${cut(inOneLine(text), 80)}”`;

/** An address, as far as it tells one from another. */
export const named = (url: string): string => cut(url, 100);

const finding = (mark: Mark, about: Subject, text: string, remedy?: string): Finding => ({
  mark,
  about,
  text: cut(inOneLine(text), 500),
  ...(remedy && { remedy: cut(inOneLine(remedy), 500) }),
});

export const ok = (about: Subject, text: string): Finding => finding('ok', about, text);

export const warning = (about: Subject, text: string, remedy: string): Finding =>
  finding('warning', about, text, remedy);

export const failure = (about: Subject, text: string, remedy: string): Finding =>
  finding('failure', about, text, remedy);
