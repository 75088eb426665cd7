/** What does not drift stays within its limits: requests, bytes, nodes, listeners, layouts, shift. Wants a build. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { launch } from '../e2e/support.js';
import { putApis } from './api.js';
import { ours } from './cards.js';
import { Drawing } from './drawing.js';
import { hundredCards, oneFile, pages } from './limits.js';
import { type Body, bodies, load, putPages } from './requests.js';
import { type Site, startSite } from './site.js';

let browser: Browser;
let site: Site;
before(async () => {
  browser = await launch();
  site = await startSite();
  putApis(site);
  await putPages(site);
});
after(async () => {
  await browser?.close();
  site?.close();
});

function within(found: Record<string, number>, limits: Record<string, number>): void {
  const over = Object.entries(limits)
    .map(([name, limit]) => ({ name, value: Number(found[name]?.toFixed(2)), limit }))
    .filter(({ value, limit }) => !(value <= limit));
  assert.deepEqual(over, []);
}

for (const body of Object.keys(bodies) as Body[]) {
  test(`${body}: requests and bytes of modules, and no shift`, async () =>
    within({ ...(await load(browser, site, 'modules', body)) }, pages[body]));

  test(`${body}: one request for script by the one file, as many of the API`, async () => {
    const found = await load(browser, site, 'oneFile', body);
    const { asked, askedBytes, shift } = pages[body];
    within({ ...found }, { ...oneFile, asked, askedBytes, shift });
  });
}

test('100 cards in one list: nodes, listeners and layouts', async () => {
  const drawing = new Drawing(browser, site, 'cards', [ours.list]);
  await drawing.build();
  const found = await drawing.count(ours.list, 100);
  within({ ...found }, hundredCards);
});
