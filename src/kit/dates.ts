// Making an Intl formatter costs about as much as rendering a card, so each is made once.
const formats = new Map<string, Intl.DateTimeFormat>();

/** Date only, date with time of day, or time alone. */
export type DateStyle = 'date' | 'datetime';

const styles: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  date: { dateStyle: 'long' },
  datetime: { dateStyle: 'medium', timeStyle: 'short' },
};

/**
 * The date in the reader's language and on the publisher's clock: the time is read as it is written, its zone left out.
 * So the same text comes out on a server and in every reader's zone, and a story of the 12th is of the 12th everywhere.
 */
export function formatDate(iso: string | undefined, lang: string, style: DateStyle = 'date'): string {
  const time = Date.parse((iso ?? '').replace(/(\dT.*?)(Z|[+-]\d\d:?\d\d)?$/, '$1Z'));
  if (Number.isNaN(time)) return '';
  const key = lang + style;
  let format = formats.get(key);
  if (!format)
    formats.set(key, (format = new Intl.DateTimeFormat(lang, { ...styles[style], timeZone: 'UTC' })));
  return format.format(time);
}
