/** One message: a text with `{name}` holes, or one text for each plural category of its `{n}`. */
export type Message = string | { readonly [category in Intl.LDMLPluralRule]?: string };

/** A table of messages, as a language file or a publisher gives them. */
export type Messages = Readonly<Record<string, Message>>;

/** Speaks the messages of one table, in one language. */
export type Say<Key extends string> = (
  key: Key,
  values?: Readonly<Record<string, string | number>>,
) => string;

/** The words of languages other than English, by the tags that were asked for. English comes with each element. */
export const spoken: Record<string, Messages | undefined> = {};

/** Whether what elements can say in that language is there. */
export const speaks = (lang: string): boolean => /^en\b/.test(lang) || lang in spoken;

const plurals = new Map<string, Intl.PluralRules>();

function category(lang: string, n: number): Intl.LDMLPluralRule {
  let rules = plurals.get(lang);
  if (!rules) plurals.set(lang, (rules = new Intl.PluralRules(lang)));
  return rules.select(n);
}

/**
 * Binds a table to a language. What it lacks is said in English.
 * @param lang the language in force, which decides on plurals and digits
 * @param table the messages in English
 * @param own what the publisher says instead
 */
export function speak<Key extends string>(
  lang: string,
  table: { readonly [key in Key]: Message },
  own: Messages = {},
): Say<Key> {
  return (key, values = {}) => {
    // A publisher's JSON may hold anything: what is no message is as if it were not there.
    const theirs: unknown = Object.hasOwn(own, key) && own[key];
    const message =
      typeof theirs === 'string' || typeof (theirs as { other?: unknown } | null)?.other === 'string'
        ? (theirs as Message)
        : (spoken[lang]?.[key] ?? table[key]);
    const text: unknown =
      typeof message === 'string'
        ? message
        : (message[category(lang, Number(values.n))] ?? message.other ?? '');
    return String(text).replace(/\{(\w+)\}/g, (hole, name: string) =>
      (values[name] ?? hole).toLocaleString(lang),
    );
  };
}
