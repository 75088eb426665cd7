import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { printed } from '../../src/cli/print.js';
import type { Report } from '../../src/cli/finding.js';
import { json, partner, run, serve, serving } from './support.js';

const well = (): Promise<string> =>
  serve(({ path }) =>
    json(
      path.startsWith('/comments')
        ? { items: [] }
        : { items: [{ id: '1', url: 'https://news.example/1', headline: 'Boats go out' }] },
    ),
  );

describe('standfirst check', () => {
  it('ends with 0 when all is well', async () => {
    const { code, stdout, stderr } = await run('check', await well());
    assert.equal(code, 0);
    assert.match(stdout, /\nok {7}stories {4}“Boats go out”/);
    assert.match(stdout, /\n\nAll is well\.\n$/);
    // Not a terminal: no colour.
    assert.ok(!stdout.includes('\u001b'));
    assert.equal(stderr, '');
  });

  it('ends with 0 when there are only warnings', async () => {
    const { code, stdout } = await run('check', await serving(json({ items: [] })));
    assert.equal(code, 0);
    assert.match(stdout, /\n {20}→ Publish one;/);
    assert.match(stdout, /\n\n1 warning\n$/);
  });

  it('ends with 1 when something fails', async () => {
    const { code, stdout } = await run('check', await serving({ status: 500 }));
    assert.equal(code, 1);
    assert.match(stdout, /\n\n1 failure\n$/);
  });

  it('ends with 2 when it is called wrongly, and says how', async () => {
    for (const words of [
      [],
      ['check'],
      ['look', 'https://a.example'],
      ['check', 'https://a.example', 'https://b.example'],
      ['check', 'news.example'],
      ['check', 'ftp://news.example'],
      ['check', 'javascript:alert(1)'],
      ['check', 'https://name:secret@a.example'],
      ['check', 'https://a.example', '--origin', 'partner.example'],
      ['check', 'https://a.example', '--source', 'constructor'],
      ['check', 'https://a.example', '--colour'],
    ]) {
      const { code, stdout, stderr } = await run(...words);
      assert.equal(code, 2, words.join(' '));
      assert.equal(stdout, '');
      assert.match(stderr, /^.+\n\nstandfirst check PAGE_OR_API /, words.join(' '));
      assert.doesNotMatch(stderr, /\n {4}at /);
    }
  });

  it('says what it can', async () => {
    const { code, stdout } = await run('check', '--help');
    assert.equal(code, 0);
    assert.match(stdout, /^standfirst check PAGE_OR_API /);
  });

  it('tells programs', async () => {
    const target = await well();
    const { code, stdout } = await run(
      'check',
      target,
      '--json',
      '--origin',
      `${partner}/a/page`,
      '--source',
      'rest',
    );
    const report = JSON.parse(stdout) as Report;
    assert.equal(code, 1);
    assert.deepEqual([report.target, report.origin, report.ok], [`${target}/`, partner, false]);
    assert.deepEqual(
      report.findings.map(({ mark, about }) => `${mark} ${about}`),
      ['ok reachable', 'ok source', 'ok stories', 'ok CORS', 'failure comments', 'ok cache'],
    );
  });
});

describe('a report', () => {
  const report: Report = {
    target: 'https://a.example/',
    origin: partner,
    ok: false,
    findings: [
      { mark: 'ok', about: 'source', text: 'rest' },
      { mark: 'warning', about: 'cache', text: 'none', remedy: 'Add one.' },
      { mark: 'failure', about: 'CORS', text: 'refused', remedy: 'Allow it.' },
      { mark: 'failure', about: 'CSP', text: 'refused', remedy: 'Allow it.' },
    ],
  };

  it('is read from top to bottom', () => {
    assert.equal(
      printed(report, false),
      `https://a.example/, for readers of https://partner.example

ok       source     rest
warning  cache      none
                    → Add one.
failure  CORS       refused
                    → Allow it.
failure  CSP        refused
                    → Allow it.

2 failures, 1 warning
`,
    );
  });

  it('fits on a screen of 80 columns, and leaves addresses whole', () => {
    const address = `https://a.example/${'x'.repeat(90)}`;
    const words = `The server says ${'much '.repeat(30)}at ${address} to all.`;
    const findings = [{ mark: 'failure', about: 'CORS', text: words, remedy: words }] as const;
    const lines = printed({ ...report, findings }, false).split('\n');
    assert.ok(lines.length > 8);
    for (const line of lines) assert.ok(line.length <= 80 || line.trim() === address, line);
    assert.ok(lines.includes(`${' '.repeat(20)}→ The server says ${'much '.repeat(7)}much`));
    assert.equal(lines.join(' ').replace(/\s+/g, ' ').split(words).length, 3);
  });

  it('has its marks in colour on a terminal', () => {
    assert.ok(printed(report, true).includes('\u001b[31mfailure\u001b[39m  CORS'));
  });
});
