/** The words of all languages: none lacks a message, a form for a number, or a hole. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import * as english from '../../src/kit/words/en.js';
import { loadWords, type Words } from '../../src/kit/words/load.js';
import { speak, type Message } from '../../src/kit/words/say.js';

const folder = fileURLToPath(new URL('../../src/kit/words', import.meta.url));
const docs = readFileSync(fileURLToPath(new URL('../../docs/languages.md', import.meta.url)), 'utf8');

const meant: Record<string, Message> = Object.assign({}, ...Object.values(english));
const forms = (message: Message): [string, string][] =>
  typeof message === 'string' ? [['other', message]] : Object.entries(message);
const holes = (message: Message): string[] => [
  ...new Set(forms(message).flatMap(([, text]) => text.match(/\{\w+\}/g) ?? [])),
];

/** Whole numbers that a language has that form for; a million stands for what is rare. */
const numbers = (tag: string, category: string): number[] => {
  const rules = new Intl.PluralRules(tag);
  return [...Array(200).keys(), 1_000_000].filter((n) => rules.select(n) === category);
};

const tags = readdirSync(folder)
  .map((file) => file.replace('.ts', ''))
  .filter((name) => !['en', 'load', 'say'].includes(name));

describe('the words of a language', () => {
  it('are there for twelve', () => {
    assert.equal(tags.join(' '), 'ar bn de es fr hi id ja pt ru ur zh-hans');
  });

  for (const tag of tags)
    describe(tag, async () => {
      const { words } = (await import(`../../src/kit/words/${tag}.js`)) as { words: Words };
      const lang = Intl.getCanonicalLocales(tag)[0]!;

      it('are found by its tag, and told of in the docs as read by a native speaker or not', async () => {
        assert.equal(await loadWords(tag), true);
        const say = speak(lang, english.searchWords);
        assert.equal(say('search'), words.search);
        assert.match(docs, new RegExp(`\\| \`${lang}\` .*\\| (yes|no) +\\|`));
        const head = readFileSync(`${folder}/${tag}.ts`, 'utf8').split('\n')[0]!;
        const read = docs.includes('yes') && new RegExp(`\\| \`${lang}\` .*\\| yes +\\|`).test(docs);
        assert.equal(!head.includes('Not yet read by a native speaker'), read, head);
      });

      it('are those that English has, none more, none empty', () => {
        assert.deepEqual(Object.keys(words).sort(), Object.keys(meant).sort());
        for (const [name, message] of Object.entries(words))
          for (const [category, text] of forms(message)) {
            assert.ok(text.trim(), `${name} ${category}`);
            assert.equal(text, text.normalize().trim(), `${name} ${category}`);
          }
      });

      it('have a form for every number, or one for all', () => {
        const wanted = new Intl.PluralRules(tag).resolvedOptions().pluralCategories.sort();
        for (const [name, message] of Object.entries(words))
          if (typeof message !== 'string') assert.deepEqual(Object.keys(message).sort(), wanted, name);
      });

      it('have the holes that English has; a number is left out only where its form is for one number', () => {
        for (const [name, message] of Object.entries(words)) {
          const wanted = holes(meant[name]!).sort();
          assert.deepEqual(holes(message).sort(), wanted, name);
          for (const [category, text] of forms(message))
            for (const hole of wanted)
              assert.ok(
                text.includes(hole) || (hole === '{n}' && numbers(tag, category).length === 1),
                `${name} ${category} lacks ${hole}`,
              );
        }
      });
    });
});

describe('a language', () => {
  const search = async (tag: string): Promise<string> => {
    await loadWords(tag);
    return speak(tag, english.searchWords)('search');
  };

  it('is found from one of a country, and however its tag is written', async () => {
    for (const [tag, words] of Object.entries({
      'pt-BR': 'Buscar',
      'es-419': 'Buscar',
      'de-AT': 'Suchen',
      'zh-CN': '搜索',
      zh: '搜索',
      'zh-Hans-SG': '搜索',
      'ar-EG': 'بحث',
    }))
      // prettier-ignore
      assert.equal(await search(tag), words, tag);
    assert.equal(await loadWords('ur_PK'), true);
    assert.equal(speak('ur-PK', english.searchWords)('search'), 'تلاش');
  });

  it('is not taken for one that is written otherwise', async () => {
    for (const tag of ['zh-TW', 'zh-Hant', 'hi-Latn', 'ur-Latn', 'ru-Latn'])
      assert.equal(await search(tag), 'Search', tag);
  });

  it('that is not there is English, whatever its tag', async () => {
    for (const tag of ['pl', 'fa', 'x', '', 'english', '*', '__proto__', 'toString'])
      assert.equal(
        await loadWords(tag),
        tag === '' || tag === '*' || tag === '__proto__' || tag === 'x',
        tag,
      );
    assert.equal(speak('pl', english.searchWords)('search'), 'Search');
    assert.equal(await loadWords('en-GB'), true);
  });

  it('writes numbers in its own way', async () => {
    const comments = async (tag: string, n: number): Promise<string> => {
      await loadWords(tag);
      return speak(tag, english.storyWords)('comments', { n });
    };
    assert.equal(await comments('en', 1234), '1,234 comments');
    assert.equal(await comments('de', 1234), '1.234 Kommentare');
    assert.equal(await comments('hi', 123_456), '1,23,456 टिप्पणियाँ');
    assert.equal(await comments('bn', 12), '১২টি মন্তব্য');
    assert.equal(await comments('ur', 12), '12 تبصرے');
    assert.equal(await comments('ar-EG', 12), '١٢ تعليقًا');
    assert.deepEqual(await Promise.all([0, 1, 2, 3, 11, 100].map((n) => comments('ar', n))), [
      'لا تعليقات',
      'تعليق واحد',
      'تعليقان',
      '3 تعليقات',
      '11 تعليقًا',
      '100 تعليق',
    ]);
    assert.deepEqual(await Promise.all([1, 3, 5, 21].map((n) => comments('ru', n))), [
      '1 комментарий',
      '3 комментария',
      '5 комментариев',
      '21 комментарий',
    ]);
  });
});
