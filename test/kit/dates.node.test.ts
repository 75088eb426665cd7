import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { formatDate } from '../../src/kit/dates.js';

const here = process.env.TZ;
const zones = ['Pacific/Kiritimati', 'Asia/Karachi', 'UTC', 'America/St_Johns', 'Etc/GMT+12'];

describe('the date of a story', () => {
  after(() => {
    if (here === undefined) delete process.env.TZ;
    else process.env.TZ = here;
  });

  for (const zone of zones)
    it(`is the same to a server or a reader in ${zone}`, () => {
      process.env.TZ = zone;
      assert.equal(Intl.DateTimeFormat().resolvedOptions().timeZone, zone);
      for (const iso of [
        '2021-06-12T00:01:00+05:00',
        '2021-06-12T23:59:00-08:00',
        '2021-06-12T00:01:00Z',
        '2021-06-12T23:59:00',
        '2021-06-12',
      ])
        assert.equal(formatDate(iso, 'en'), 'June 12, 2021', iso);
      assert.match(formatDate('2021-06-12T08:05:00+05:00', 'de', 'datetime'), /12\.06\.2021, 08:05/);
    });
});
