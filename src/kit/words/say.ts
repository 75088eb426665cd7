/** One message: a text with `{name}` holes, or one text for each plural category of its `{n}`. */
export type Message = string | { readonly [category in Intl.LDMLPluralRule]?: string };

/** A table of messages, as a language file or a publisher gives them. */
export type Messages = Readonly<Record<string, Message>>;

/** Speaks the messages of one table, in one language. */
export type Say<Key extends string> = (
  key: Key,
  values?: Readonly<Record<string, string | number>>,
) => string;

const plurals = new Map<string, Intl.PluralRules>();

function category(lang: string, n: number): Intl.LDMLPluralRule {
  let rules = plurals.get(lang);
  if (!rules) plurals.set(lang, (rules = new Intl.PluralRules(lang)));
  return rules.select(n);
}

/**
 * Binds a table to a language.
 * @param lang the table's own language, which decides on plurals
 * @param table the messages
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
        : table[key];
    const text: unknown =
      typeof message === 'string'
        ? message
        : (message[category(lang, Number(values.n))] ?? message.other ?? '');
    return String(text).replace(/\{(\w+)\}/g, (hole, name: string) => String(values[name] ?? hole));
  };
}
