import { expect } from '@open-wc/testing';
import { safeUrl, withParams } from '../../src/kit/urls.js';

describe('an address that a reader may be sent to', () => {
  const base = 'https://news.example/2021/06/';

  for (const [given, href] of [
    ['https://news.example/a', 'https://news.example/a'],
    ['HTTP://NEWS.example', 'http://news.example/'],
    [' https://news.example/a ', 'https://news.example/a'],
    ['https://news.example/خبر', 'https://news.example/%D8%AE%D8%A8%D8%B1'],
    ['mailto:desk@news.example', 'mailto:desk@news.example'],
  ] as const)
    it(`is ${given}`, () => {
      expect(safeUrl(given)).to.equal(href);
    });

  for (const bad of [
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    ' javascript:alert(1)',
    '\u0001javascript:alert(1)',
    'java\tscript:alert(1)',
    'java\nscript:alert(1)',
    'java\r\nscript:alert(1)',
    'javascript\t:alert(1)',
    'javascript://news.example/%0aalert(1)',
    'vbscript:msgbox(1)',
    'data:text/html,<script>alert(1)</script>',
    'DATA:text/html;base64,PHNjcmlwdD4=',
    'blob:https://news.example/1',
    'file:///etc/passwd',
    'ftp://news.example/',
    'about:blank',
    'view-source:https://news.example/',
    'unknown:x',
    'http://',
    'https://[',
    '',
    '   ',
    null,
    undefined,
    7,
    {},
    ['https://news.example/'],
    { toString: () => 'https://news.example/' },
  ])
    it(`is not ${JSON.stringify(bad) ?? 'undefined'}, with a base or without`, () => {
      expect(safeUrl(bad)).to.equal(undefined);
      const based = safeUrl(bad, base);
      // Against a base "unknown:x" is still unknown; nothing may come of any of them but an http(s) address.
      expect(based).to.equal(undefined);
    });

  it('is a relative one only where it is said relative to what', () => {
    expect(safeUrl('../summit?a=1#b')).to.equal(undefined);
    expect(safeUrl('../summit?a=1#b', base)).to.equal('https://news.example/2021/summit?a=1#b');
    expect(safeUrl('/x', base)).to.equal('https://news.example/x');
    expect(safeUrl('//cdn.example/x', base)).to.equal('https://cdn.example/x');
    expect(safeUrl('x', 'javascript:alert(1)')).to.equal(undefined);
  });
});

describe('parameters that a partner adds', () => {
  it('replace those of the same name, and leave the rest', () => {
    expect(
      withParams('https://news.example/a?utm_source=old&p=1#c', 'utm_source=partner&utm_medium=web'),
    ).to.equal('https://news.example/a?utm_source=partner&p=1&utm_medium=web#c');
    expect(withParams('https://news.example/a', undefined)).to.equal('https://news.example/a');
    expect(withParams('https://news.example/a', 'q=Straße & Bahn')).to.contain('q=Stra%C3%9Fe+');
  });
});
