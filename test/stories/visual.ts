/**
 * `npm run test:visual`: a picture of every story, beside the one that another commit's code draws. Both trees are built and
 * drawn by the same browser with the same fonts from npm, so that a difference is a difference of the code.
 *
 *     npm run test:visual                        against the last commit
 *     npm run test:visual -- main                against another one
 *     npm run test:visual -- --look scheme:dark  as the toolbar of the Storybook sets it (may be given again)
 *
 * What differs is in .data/visual/index.html, before, after and difference side by side. The last line is the totals.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Browser } from 'playwright-core';
import { chromiumOptions } from '../tools/browsers.js';
import { none, sentence } from '../tools/totals.js';
import { build, root, serveFolder, show, storiesIn } from './storybook.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { look: { type: 'string', multiple: true, default: [] } },
});
/** A theme, for its faces come from npm: those of the machine are another on each. */
const looks = ['brand:broadsheet', ...values.look];
const options = chromiumOptions();
if (!options) {
  console.error('Chromium is not on this machine: apt-get install chromium, or set CHROME_PATH.');
  process.exit(2);
}

const work = mkdtempSync(join(tmpdir(), 'visual-'));
const pictures = join(root, '.data/visual');
const git = (...words: string[]): string =>
  execFileSync('git', words, { cwd: root, encoding: 'utf8' }).trim();
const commit = git('rev-parse', '--verify', `${positionals[0] ?? 'HEAD'}^{commit}`);

/** The project as it was at that commit, with what it needs. */
function treeOf(): string {
  const tree = join(work, 'tree');
  mkdirSync(tree);
  execFileSync('tar', ['-x', '-C', tree], {
    input: execFileSync('git', ['archive', commit], { cwd: root, maxBuffer: 2 ** 30 }),
  });
  const lock = 'package-lock.json';
  if (readFileSync(join(tree, lock)).equals(readFileSync(join(root, lock))))
    symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'), 'dir');
  else execFileSync('npm', ['ci', '--ignore-scripts'], { cwd: tree, stdio: 'inherit' });
  return tree;
}

interface Side {
  readonly stories: readonly string[];
  /** A page of its own, that takes one picture after the other. */
  readonly lane: () => Promise<(id: string) => Promise<Buffer>>;
  readonly close: () => void;
}

async function sideOf(browser: Browser, name: string, tree: string): Promise<Side> {
  const folder = join(work, name);
  await build(folder, tree);
  const { server, origin } = await serveFolder(folder);
  return {
    stories: storiesIn(folder),
    async lane() {
      const page = await browser.newPage({ viewport: { width: 800, height: 600 }, reducedMotion: 'reduce' });
      return async (id) => {
        if (!(await show(page, id, looks, origin))) throw new Error('did not play to its end');
        await page.evaluate(() => document.fonts.ready);
        return page.screenshot({ fullPage: true, animations: 'disabled' });
      };
    },
    close: () => server.close(),
  };
}

/** A story may be caught in the middle of something: what is the same at last is the same. */
async function pair(
  id: string,
  [before, after]: readonly ((id: string) => Promise<Buffer>)[],
): Promise<[Buffer, Buffer] | undefined> {
  let pictures: [Buffer, Buffer] | undefined;
  for (let tried = 0; tried < 3; tried++) {
    pictures = await Promise.all([before!(id), after!(id)]);
    if (pictures[0].equals(pictures[1])) return undefined;
  }
  return pictures;
}

const row = (id: string): string => `<h2>${id}</h2>
<div><img src="${id}.before.png" alt="before"><img src="${id}.after.png" alt="after">
<span><img src="${id}.before.png" alt="difference"><img src="${id}.after.png" alt=""></span></div>`;

const total = none();
const browser = await chromium.launch(options);
try {
  const before = await sideOf(browser, 'before', treeOf());
  const after = await sideOf(browser, 'after', root);
  rmSync(pictures, { recursive: true, force: true });
  mkdirSync(pictures, { recursive: true });
  const differ: string[] = [];
  const rest = after.stories.filter((id) => before.stories.includes(id));
  const compare = async (): Promise<void> => {
    const lanes = await Promise.all([before.lane(), after.lane()]);
    for (let id = rest.shift(); id; id = rest.shift()) {
      const found = await pair(id, lanes).catch((error: unknown) => String(error));
      if (found) total.failed++;
      else total.passed++;
      if (typeof found === 'string') console.log(`${id}: ${found}`);
      else if (found) {
        console.log(`${id} looks different`);
        differ.push(id);
        for (const [side, bytes] of found.entries())
          writeFileSync(join(pictures, `${id}.${side ? 'after' : 'before'}.png`), bytes);
      }
    }
  };
  await Promise.all([compare(), compare()]);
  for (const id of after.stories) if (!before.stories.includes(id)) console.log(`${id} is new`);
  for (const id of before.stories) if (!after.stories.includes(id)) console.log(`${id} is gone`);
  writeFileSync(
    join(pictures, 'index.html'),
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>What looks different from ${commit.slice(0, 7)}</title>
<style>body { font: 1rem/1.5 system-ui } div { display: flex; gap: 1rem; align-items: start } img { max-width: 32vw; border: 1px solid }
span { position: relative } span img + img { position: absolute; inset: 0; mix-blend-mode: difference }</style>
${differ.sort().map(row).join('\n') || '<p>Nothing.'}\n`,
  );
  if (differ.length) console.log('before, after and difference: .data/visual/index.html');
  before.close();
  after.close();
} finally {
  await browser.close();
  rmSync(work, { recursive: true, force: true });
}
console.log(sentence(total));
process.exit(total.failed ? 1 : 0);
