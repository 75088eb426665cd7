/** A zone as ISO 8601 writes it. RFC 822 names those of America; else the clock at least is the publisher's. */
function zoneOf(zone: string): string {
  if (/^[+-]/.test(zone)) return `${zone.slice(0, 3)}:${zone.slice(-2)}`;
  const [, place, summer] = /^([ecmp])(d?)s?t$/i.exec(zone) ?? [];
  return place ? `-0${5 + 'ecmp'.indexOf(place.toLowerCase()) - (summer ? 1 : 0)}:00` : 'Z';
}

/** A date of RFC 822 or ISO 8601, with the mistakes of the wild, as ISO 8601 on the publisher's own clock. */
export function dateOf(value = ''): string | undefined {
  const [, clock = '', zone = ''] =
    /(\d.*?\d)\s*(?:GMT|UTC)?\s*([+-]\d\d:?\d\d|[a-z]+)?$/i.exec(value.slice(0, 99)) ?? [];
  const iso = /^\d{4}-\d/.test(clock);
  // As if it were of Greenwich: only what the clock shows is read from it.
  const time = Date.parse(
    iso ? clock.replace(/\s+/, 'T') + (clock.includes(':') ? 'Z' : '') : `${clock} GMT`,
  );
  return Number.isNaN(time) ? undefined : new Date(time).toISOString().slice(0, 19) + zoneOf(zone);
}
