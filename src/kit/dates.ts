// Making an Intl formatter costs about as much as rendering a card, so each is made once.
const formats = new Map<string, Intl.DateTimeFormat>();

/** Date only, date with time of day, or time alone. */
export type DateStyle = 'date' | 'datetime';

const styles: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  date: { dateStyle: 'long' },
  datetime: { dateStyle: 'medium', timeStyle: 'short' },
};

/**
 * The date in the reader's language and on the publisher's clock: the offset is taken from the ISO string itself.
 * So the same text comes out on a server and in every reader's zone, and a story of the 12th is of the 12th everywhere.
 */
export function formatDate(iso: string | undefined, lang: string, style: DateStyle = 'date'): string {
  const [, sign, hours, minutes] = /([+-])(\d\d):?(\d\d)$/.exec(iso ?? '') ?? [];
  const offset = sign ? Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes)) : 0;
  const time = Date.parse(iso ?? '') + offset * 60_000;
  if (Number.isNaN(time)) return '';
  const key = lang + style;
  let format = formats.get(key);
  if (!format)
    formats.set(key, (format = new Intl.DateTimeFormat(lang, { ...styles[style], timeZone: 'UTC' })));
  return format.format(time);
}
