import { expect } from '@open-wc/testing';
import { Problem, asProblem } from '../../src/kit/problem.js';
import { warn } from '../../src/kit/warn.js';

describe('what a publisher is told', () => {
  it('is told once', () => {
    const said: unknown[] = [];
    const own = console.warn;
    console.warn = (...words: unknown[]) => said.push(...words);
    try {
      for (const sentence of ['one thing', 'one thing', 'another']) warn('NEWS-TEST', sentence);
    } finally {
      console.warn = own;
    }
    expect(said).to.deep.equal(['NEWS-TEST: one thing', 'NEWS-TEST: another']);
  });

  it('has a code to search for, and says whether trying again may help', () => {
    const retryable = (...of: ConstructorParameters<typeof Problem>): boolean => new Problem(...of).retryable;
    expect(new Problem('cors', 'x').code).to.equal('NEWS-CORS');
    expect([408, 429, 500, 503].map((status) => retryable('http', '', status))).to.deep.equal([
      true,
      true,
      true,
      true,
    ]);
    expect([400, 401, 404, 409].some((status) => retryable('http', '', status))).to.equal(false);
    expect([retryable('network', ''), retryable('timeout', '')]).to.deep.equal([true, true]);
    expect([retryable('cors', ''), retryable('parse', ''), retryable('config', '')]).to.deep.equal([
      false,
      false,
      false,
    ]);
  });

  it('names what was thrown by somebody else', () => {
    const problem = asProblem(new TypeError('x is no function'));
    expect([problem.kind, problem.message]).to.deep.equal(['parse', 'TypeError: x is no function']);
  });
});
