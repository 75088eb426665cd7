import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';

// A release from beginning to end, on a copy: nothing is committed, tagged or published. The copy is a repository of its
// own, for changesets ask git, and a clone in CI may have neither a history nor a branch `main`.

interface Package {
  version: string;
  files: string[];
}

const read = (folder: string): Package =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Package;

const git = spawnSync('git', ['--version']).status === 0;

describe('a release', { skip: git ? false : 'git is not on this machine' }, () => {
  const copy = mkdtempSync(join(tmpdir(), 'standfirst-release-'));
  const run = (program: string, ...args: string[]): string =>
    execFileSync(program, args, {
      cwd: copy,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      // No registry is waited for: nothing is asked of it.
      env: { ...process.env, npm_config_fetch_retries: '0' },
    });
  const changesets = readdirSync('.changeset')
    .filter((name) => name.endsWith('.md'))
    .map((name) => readFileSync(`.changeset/${name}`, 'utf8').split(/^---$/m)[2]?.trim() ?? '');
  const present = read('.');
  let plan: { releases: { name: string; newVersion: string }[] };

  before(() => {
    const needed = [
      'package.json',
      'package-lock.json',
      '.npmrc',
      '.changeset',
      'CHANGELOG.md',
      'README.md',
      'LICENSE',
    ];
    for (const name of [...needed, ...present.files])
      if (existsSync(name)) cpSync(name, join(copy, name), { recursive: true });
    symlinkSync(join(process.cwd(), 'node_modules'), join(copy, 'node_modules'));
    const author = ['-c', 'user.name=release', '-c', 'user.email=release@localhost'];
    run('git', 'init', '-q', '-b', 'main');
    run('git', 'add', 'package.json', 'CHANGELOG.md', '.changeset');
    run('git', ...author, 'commit', '-q', '-m', 'What there is');
    run('npx', 'changeset', 'status', '--output', 'plan.json');
    plan = JSON.parse(readFileSync(join(copy, 'plan.json'), 'utf8')) as typeof plan;
    if (changesets.length) run('npm', 'run', 'bump');
  });
  after(() => rmSync(copy, { recursive: true }));

  it('has a higher number where there is something to release', () => {
    const next = plan.releases.map(({ newVersion }) => newVersion);
    assert.deepEqual(next, changesets.length ? [read(copy).version] : []);
    assert.equal(read(copy).version !== present.version, changesets.length > 0);
    const lock = JSON.parse(readFileSync(join(copy, 'package-lock.json'), 'utf8')) as Package;
    assert.equal(lock.version, read(copy).version);
  });

  it('tells of each change in the changelog, above what was there', () => {
    const [before, changelog] = ['CHANGELOG.md', join(copy, 'CHANGELOG.md')].map((file) =>
      readFileSync(file, 'utf8'),
    ) as [string, string];
    assert.ok(changelog.startsWith('# Changelog\n'));
    assert.ok(changelog.endsWith(before.replace(/^# Changelog\s*/, '')));
    assert.ok(changelog.includes(`\n## ${read(copy).version}\n`));
    for (const words of changesets) assert.ok(changelog.includes(words.split('\n')[0]!), words);
  });

  it('is what npm would publish', () => {
    const told = JSON.parse(run('npm', 'publish', '--dry-run', '--json', '--ignore-scripts')) as Record<
      string,
      { version: string; files: { path: string }[] }
    >;
    const { version, files } = told.standfirst!;
    assert.equal(version, read(copy).version);
    assert.ok(
      files.some(({ path }) => path === 'dist/define.js'),
      'npm run build comes before',
    );
  });
});
