import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launch } from '../e2e/support.js';
import { idsOf, startTestApi, type TestApi, TOKEN } from './support.js';

describe('the moderation page', () => {
  let api: TestApi;
  let browser: Browser;
  let page: Page;
  const errors: string[] = [];
  before(async () => {
    [api, browser] = await Promise.all([startTestApi(), launch()]);
    await api.post('/v1/comments/4/reports', { reason: '<b>Rude</b>' });
    await api.post('/v1/comments/2/reports', {});
    await api.database.query(
      `insert into reports (comment, sender, posted) values (4, 'another', now()), (4, 'a third', now())`,
    );
    page = await browser.newPage();
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(api.moderationAddress);
    await page.getByLabel('Show comments that are').selectOption('reported by readers');
  });
  after(() => Promise.all([browser?.close(), api?.close()]));

  const item = (author: string) => page.getByRole('article').filter({ has: page.getByText(author) });
  const told = async () => {
    const headers = { Authorization: `Bearer ${TOKEN}` };
    return idsOf(await api.ask('/v1/moderation/comments?status=approved&reported=true', { headers }));
  };

  it('shows what readers have reported, how often and why', async () => {
    await item('Cy').getByText('Reported 3 times').waitFor();
    assert.deepEqual(await item('Cy').getByRole('listitem').allTextContents(), ['<b>Rude</b>']);
    assert.ok(await item('Ben').getByText('Reported once').isVisible());
    assert.equal(await item('Ben').getByRole('list').count(), 0);
    assert.match((await page.getByRole('status').textContent())!, /^2 in all/);
  });

  it('lets a moderator keep the comment', async () => {
    await item('Ben').getByRole('button', { name: 'Keep' }).click();
    await page.getByText('Kept: the comment by Ben.').waitFor();
    assert.equal(await item('Ben').count(), 0);
    assert.deepEqual(await told(), ['4']);
    assert.ok(idsOf(await api.ask('/v1/comments?story=101')).includes('2'));
  });

  it('lets a moderator remove it', async () => {
    await item('Cy').getByRole('button', { name: 'Remove' }).click();
    await page.getByText('Removed: the comment by Cy.').waitFor();
    assert.deepEqual(await told(), []);
    assert.ok(!idsOf(await api.ask('/v1/comments?story=101')).includes('4'));
  });

  it('leaves nothing to do about a comment that is what it should be', async () => {
    await page.getByLabel('Show comments that are').selectOption('approved');
    await item('Eve').waitFor();
    assert.ok(await item('Eve').getByRole('button', { name: 'Approve' }).isDisabled());
    assert.equal(await item('Eve').getByText('Reported').count(), 0);
    assert.deepEqual(errors, []);
  });
});
