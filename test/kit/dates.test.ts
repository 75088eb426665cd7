import { expect } from '@open-wc/testing';
import { formatDate } from '../../src/kit/dates.js';

describe('the date of a story', () => {
  it('is the day on the wall of the newsroom, however far that is from Greenwich', () => {
    for (const zone of ['+14:00', '+05:30', '+00:00', '-03:30', '-12:00', '+0530'])
      for (const time of ['00:00:01', '23:59:59'])
        expect(formatDate(`2021-06-12T${time}${zone}`, 'en'), time + zone).to.equal('June 12, 2021');
    expect(formatDate('2021-06-12T23:59:59Z', 'en')).to.equal('June 12, 2021');
  });

  it('needs no time of day, and no zone', () => {
    expect(formatDate('2021-06-12', 'en')).to.equal('June 12, 2021');
    expect(formatDate('2021-06-12T00:10:00', 'en')).to.equal('June 12, 2021');
    expect(formatDate('2021-06-12T23:50:00', 'en')).to.equal('June 12, 2021');
  });

  it('speaks the language of the page', () => {
    const iso = '2021-06-12T08:00:00+05:00';
    expect(formatDate(iso, 'de')).to.equal('12. Juni 2021');
    expect(formatDate(iso, 'fr')).to.equal('12 juin 2021');
    expect(formatDate(iso, 'en-GB')).to.equal('12 June 2021');
    expect(formatDate(iso, 'ur')).to.contain('جون').and.to.contain('2021');
  });

  it('tells the time on the clock of the newsroom', () => {
    expect(formatDate('2021-06-12T08:05:00-03:30', 'de', 'datetime')).to.contain('08:05');
    expect(formatDate('2021-06-12T20:05:00+05:45', 'en', 'datetime')).to.match(/Jun 12, 2021.*8:05\sPM/u);
  });

  it('is nothing at all where there is no date', () => {
    for (const none of [undefined, '', 'yesterday', '2021-13-45', '2021-06-12T25:00:00Z', '+05:00', 'T'])
      expect(formatDate(none, 'en'), String(none)).to.equal('');
  });
});
