import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lets, letsMake, policiesIn, type Directive, type Pass } from '../../src/cli/policy.js';

const page = 'https://news.example/world/harbour';

function allows(policy: string, directive: Directive, address: string, pass?: Pass): boolean {
  return policiesIn(policy).every((one) => lets(one, directive, address, page, pass));
}

describe('a Content-Security-Policy', () => {
  const api = 'https://api.example/v1/stories';
  for (const [sources, allowed] of [
    ['*', true],
    ["'none'", false],
    ['', false],
    ["'self'", false],
    ['https:', true],
    ['http:', true],
    ['data:', false],
    ['api.example', true],
    ['API.EXAMPLE', true],
    ['https://api.example', true],
    ['http://api.example', true],
    ['wss://api.example', false],
    ['https://api.example:443', true],
    ['https://api.example:80', true],
    ['https://api.example:*', true],
    ['https://api.example:8443', false],
    ['*.example', true],
    ['*.api.example', false],
    ['other.example', false],
    ['https://api.example/v1/', true],
    ['https://api.example/v1', false],
    ['https://api.example/v1/stories', true],
    ['https://api.example/v2/', false],
    ["'self' https://api.example", true],
  ] as const)
    it(`connect-src ${sources} ${allowed ? 'lets through' : 'refuses'} ${api}`, () => {
      assert.equal(allows(`connect-src ${sources}`, 'connect-src', api), allowed);
    });

  it('means the page itself by self', () => {
    assert.ok(allows("connect-src 'self'", 'connect-src', 'https://news.example/wp-json'));
    assert.ok(!allows("connect-src 'self'", 'connect-src', 'https://news.example:8443/wp-json'));
  });

  it('knows addresses of IPv6', () => {
    assert.ok(allows('img-src [::1]:4801', 'img-src', 'https://[::1]:4801/a.png'));
    assert.ok(!allows('img-src [::1]:4801', 'img-src', 'https://[::2]:4801/a.png'));
  });

  it('falls back to default-src, but for forms', () => {
    for (const directive of ['script-src', 'connect-src', 'img-src'] as const)
      assert.ok(!allows("default-src 'none'", directive, api));
    assert.ok(allows("default-src 'none'", 'form-action', api));
    assert.ok(allows("default-src 'none'; connect-src *", 'connect-src', api));
    assert.ok(!allows("script-src *; script-src-elem 'none'", 'script-src', api));
  });

  it('must agree with all others, in one header or two', () => {
    assert.ok(!allows("connect-src *, connect-src 'none'", 'connect-src', api));
  });

  it('takes the first directive of a name', () => {
    assert.ok(allows("connect-src *; CONNECT-SRC 'none'", 'connect-src', api));
  });

  it('knows a script by its nonce or its hash', () => {
    const none: Pass = { nonce: null, integrity: null };
    const policy = "script-src 'nonce-abc' 'sha256-xyz'";
    assert.ok(allows(policy, 'script-src', api, { ...none, nonce: 'abc' }));
    assert.ok(!allows(policy, 'script-src', api, { ...none, nonce: 'ABC' }));
    assert.ok(allows(policy, 'script-src', api, { ...none, integrity: 'sha256-xyz' }));
    assert.ok(!allows(policy, 'script-src', api, { ...none, integrity: 'sha256-xyz sha256-other' }));
    assert.ok(!allows(policy, 'script-src', api, none));
  });

  it("asks no address under 'strict-dynamic'", () => {
    const policy = "script-src 'strict-dynamic' 'nonce-abc' https:";
    assert.ok(!allows(policy, 'script-src', api, { nonce: null, integrity: null }));
    assert.ok(allows(policy, 'script-src', api, { nonce: 'abc', integrity: null }));
  });

  it('names the Trusted Types policies that may be made', () => {
    const [none, some, all, unsaid] = [
      "trusted-types 'none'",
      'trusted-types standfirst',
      'trusted-types *',
      "require-trusted-types-for 'script'",
    ].map((policy) => policiesIn(policy)[0]!);
    assert.deepEqual(
      [none, some, all, unsaid].map((policy) => letsMake(policy!, 'standfirst')),
      [false, true, true, true],
    );
    assert.ok(!letsMake(some!, 'lit-html'));
  });

  it('is none where nothing stands', () => {
    assert.deepEqual(policiesIn(' , ;'), []);
  });
});
