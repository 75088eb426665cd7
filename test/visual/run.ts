/**
 * `npm run test:visual`: every story as it is now beside what it was in another revision, pixel by pixel.
 *
 *     npm run test:visual                                   beside the last commit
 *     npm run test:visual -- --against v1.0.0               beside that revision
 *     npm run test:visual -- --globals "brand:wire;scheme:dark" --only search
 *
 * No picture is kept in git: both sides are drawn on this machine, by the same browser, so nothing differs but the code. The
 * faces are those of the theme, from npm. What differs is written to .data/visual, before and after.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Page } from 'playwright-core';
import { build, root, serveFolder, show, storiesIn } from '../stories/storybook.js';
import { chromiumOptions } from '../tools/browsers.js';

const { values } = parseArgs({
  options: {
    against: { type: 'string', default: 'HEAD' },
    globals: { type: 'string', default: 'brand:broadsheet' },
    only: { type: 'string', default: '' },
  },
});
const options = chromiumOptions();
if (!options) throw new Error('Chromium is not on this machine');

const git = (...args: string[]): string => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
const revision = git('rev-parse', '--short', values.against);
const work = mkdtempSync(join(tmpdir(), 'visual-'));
const tree = join(work, 'tree');
const results = join(root, '.data/visual');

/** A story, drawn; it is drawn again until it holds still. */
async function drawn(page: Page, id: string, origin: string): Promise<Buffer> {
  await show(page, id, values.globals.split(';'), origin);
  await page.evaluate(() => document.fonts.ready);
  const picture = (): Promise<Buffer> => page.screenshot({ fullPage: true, animations: 'disabled' });
  let last = await picture();
  for (let tries = 0; tries < 5; tries++) {
    const next = await picture();
    if (next.equals(last)) break;
    last = next;
  }
  return last;
}

try {
  git('worktree', 'add', '-q', '--detach', tree, revision);
  symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'));
  const [before, after] = [join(work, 'before'), join(work, 'after')];
  await build(before, tree);
  await build(after);
  const [was, is] = [await serveFolder(before), await serveFolder(after)];
  const [old, all] = [storiesIn(before), storiesIn(after)];
  const both = all.filter((id) => old.includes(id) && id.includes(values.only));

  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
  const browser = await chromium.launch(options);
  const page = await browser.newPage({ viewport: { width: 800, height: 600 }, reducedMotion: 'reduce' });
  const different: string[] = [];
  for (const id of both) {
    const [one, other] = [await drawn(page, id, was.origin), await drawn(page, id, is.origin)];
    if (one.equals(other)) continue;
    different.push(id);
    writeFileSync(join(results, `${id}.before.png`), one);
    writeFileSync(join(results, `${id}.after.png`), other);
  }
  await browser.close();
  was.server.close();
  is.server.close();

  const gone = old.filter((id) => !all.includes(id));
  const added = all.filter((id) => !old.includes(id));
  if (gone.length) console.log(`gone since ${revision}: ${gone.join(' ')}`);
  if (added.length) console.log(`new since ${revision}: ${added.join(' ')}`);
  for (const id of different) console.log(`differs: .data/visual/${id}.before.png, ${id}.after.png`);
  console.log(`${both.length} stories beside ${revision}: ${different.length} differ`);
  process.exitCode = different.length ? 1 : 0;
} finally {
  git('worktree', 'remove', '--force', tree);
  rmSync(work, { recursive: true });
}
