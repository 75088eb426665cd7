import { known } from '../languages.js';
import { speaks, spoken, type Message, type Messages } from './say.js';

type Tables = typeof import('./en.js');

/** All that elements say in one language: every name of every table of `en.ts`. */
export type Words = Readonly<Record<{ [T in keyof Tables]: keyof Tables[T] }[keyof Tables], Message>>;

// By how a language is written: what is in simplified characters is not for readers of the others, nor Urdu for those
// who write it in Latin letters.
const files: Readonly<Record<string, () => Promise<{ readonly words: Words }>>> = {
  arArab: () => import('./ar.js'),
  bnBeng: () => import('./bn.js'),
  deLatn: () => import('./de.js'),
  esLatn: () => import('./es.js'),
  frLatn: () => import('./fr.js'),
  hiDeva: () => import('./hi.js'),
  idLatn: () => import('./id.js'),
  jaJpan: () => import('./ja.js'),
  ptLatn: () => import('./pt.js'),
  ruCyrl: () => import('./ru.js'),
  urArab: () => import('./ur.js'),
  zhHans: () => import('./zh-hans.js'),
};

/** Of a language that has no file: English stands in. */
const none: Messages = {};

/** Whether elements say in English what they say in that language. */
export const inEnglish = (lang: string): boolean => (spoken[lang] ?? none) === none;

/**
 * Loads the words of a language, so that elements speak it from their first moment. In the browser they do so by
 * themselves; a server does it before it renders.
 * @param tag as `lang` says it: `ur`, `pt-BR`
 * @returns whether elements can speak it; else they speak English
 */
export async function loadWords(tag: string): Promise<boolean> {
  const lang = known(tag);
  if (!speaks(lang)) {
    const { language, script } = new Intl.Locale(lang).maximize();
    const file = files[`${language}${script}`];
    if (!file) spoken[lang] = none;
    // One that could not be had is asked for again by the next element that needs it.
    else
      await file().then(
        ({ words }) => (spoken[lang] = words),
        () => undefined,
      );
  }
  return /^en\b/.test(lang) || !inEnglish(lang);
}
