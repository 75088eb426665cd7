import { address, request } from '../../src/content/request.js';
import type { Answer } from '../../src/sources/source.js';
import type { Answer as Scripted } from '../tools/faulty-client.js';
import { expect, faulty, impatiently, later, methods, patient, problemOf } from './support.js';

const send = fetch.bind(window);

const get = (url: string, signal = patient()): Promise<Answer> => request(url, {}, send, signal);

/** The address of one fault, and what arrives there. */
function fault(name: string, query = '') {
  const key = faulty.key();
  return { url: `${faulty.origin}/fault/${name}?key=${key}&${query}`, log: () => faulty.log(key) };
}

async function scripted(...answers: Scripted[]) {
  const key = faulty.key();
  await faulty.script(key, answers);
  return { url: `${faulty.origin}/s/${key}/`, log: () => faulty.log(key) };
}

const soonerThanTheLimit = 5_000;

const tooMany = (seconds: string): Scripted => ({
  status: 429,
  headers: { 'Retry-After': seconds, 'Access-Control-Expose-Headers': 'Retry-After' },
});

/** Runs `work` where a timer of `from` milliseconds rings after `to`. */
async function hastened<T>(from: number, to: number, work: () => Promise<T>): Promise<T> {
  const own = window.setTimeout;
  window.setTimeout = ((then: () => void, ms?: number) => own(then, ms === from ? to : ms)) as typeof own;
  try {
    return await work();
  } finally {
    window.setTimeout = own;
  }
}

describe('a question to an API', () => {
  impatiently();

  it('is simple: no preflight, no header of ours, nothing that names the reader', async () => {
    const { url, log } = fault('json');
    document.cookie = 'reader=1';
    expect((await get(url)).data).to.have.property('title');
    const [arrival, ...more] = await log();
    expect(more).to.deep.equal([]);
    expect(arrival!.method).to.equal('GET');
    expect(arrival!.headers).not.to.have.any.keys('cookie', 'content-type', 'authorization', 'if-none-match');
    document.cookie = 'reader=; max-age=0';
  });

  it('is put twice more when the server fails, and is answered', async () => {
    const { url, log } = fault('flaky', 'fails=2');
    expect((await get(url)).data).to.have.property('title');
    expect(methods(await log())).to.deep.equal(['GET', 'GET', 'GET']);
  });

  it('is not put a fourth time', async () => {
    const { url, log } = fault('flaky', 'fails=3');
    const problem = await problemOf(get(url));
    expect([problem.kind, problem.status, problem.message]).to.deep.equal(['http', 503, 'not yet']);
    expect(await log()).to.have.length(3);
  });

  for (const status of [400, 401, 403, 404, 409, 410, 422])
    it(`is put once when the answer is ${status}`, async () => {
      const { url, log } = fault(`status/${status}`);
      const problem = await problemOf(get(url));
      expect([problem.kind, problem.status, problem.retryable]).to.deep.equal(['http', status, false]);
      expect(await log()).to.have.length(1);
    });

  it('waits as long as the server asks', async () => {
    const { url, log } = await scripted(tooMany('1'), { body: { id: 1 } });
    const before = performance.now();
    expect((await get(url)).data).to.deep.equal({ id: 1 });
    expect(performance.now() - before).to.be.above(990);
    expect(await log()).to.have.length(2);
  });

  for (const [how, wait] of [
    ['seconds', '31'],
    ['a date', new Date(Date.now() + 60_000).toUTCString()],
  ] as const)
    it(`is given up at once when the server asks for more than half a minute, in ${how}`, async () => {
      const { url, log } = await scripted(tooMany(wait), { body: {} });
      const problem = await problemOf(get(url));
      expect(problem.status).to.equal(429);
      expect(problem.retryAfter).to.be.within(31_000, 60_000);
      expect(await log()).to.have.length(1);
    });

  it('is put as if nothing had been asked for when Retry-After says nonsense', async () => {
    const { url, log } = await scripted(tooMany('soon'), tooMany('-3'), { body: 7 });
    expect((await get(url)).data).to.equal(7);
    expect(await log()).to.have.length(3);
  });

  it('has eight seconds to be answered', async () => {
    const { url, log } = fault('hang');
    const problem = await hastened(8_000, 200, () => problemOf(get(url)));
    expect([problem.kind, problem.status, problem.retryable]).to.deep.equal(['timeout', 0, true]);
    expect(problem.message).to.contain('within 8 seconds');
    expect(await log()).to.have.length(3);
  });

  it('has eight seconds to be answered to the last letter, also on a page that collects its garbage', async () => {
    const problem = await hastened(8_000, 300, async () => {
      const asked = problemOf(get(fault('drip').url));
      for (let i = 0; i < 5; i++) {
        Array.from({ length: 300_000 }, () => ({ rubbish: [i] }));
        await new Promise((later) => setTimeout(later));
      }
      return asked;
    });
    expect(problem.kind).to.equal('timeout');
  });

  it('ends on the wire when it is aborted, with the reason that was given', async () => {
    const key = faulty.key();
    const controller = new AbortController();
    const asked = get(`${faulty.origin}/fault/hang?key=${key}`, controller.signal).catch((e: unknown) => e);
    await faulty.log(key, { arrived: 1 });
    controller.abort('gone');
    expect(await asked).to.equal('gone');
    expect(await faulty.log(key, { aborted: 1 })).to.have.length(1);
  }).timeout(soonerThanTheLimit);

  it('is not put again by somebody who left while it was waiting', async () => {
    const controller = new AbortController();
    const { url, log } = await scripted(tooMany('20'), { body: {} });
    const asked = get(url, controller.signal).catch((e: unknown) => e);
    while (!(await log()).length);
    // The answer has come when a later one on the same way has.
    await get(fault('json').url);
    controller.abort('gone');
    expect(await asked).to.equal('gone');
    expect(await log()).to.have.length(1);
  });

  it('keeps its parameters in order, repeats a list, and leaves out what is not there', () => {
    expect(
      address('https://news.example/v1', '/stories', { b: 2, a: undefined, url: ['x,y', 'z'], c: 'é &' }),
    ).to.equal('https://news.example/v1/stories?b=2&url=x%2Cy&url=z&c=%C3%A9+%26');
  });
});

describe('an answer', () => {
  impatiently();

  it('that is a web page says so, and is not asked for again', async () => {
    const { url, log } = fault('html-as-json');
    const problem = await problemOf(get(url));
    expect([problem.kind, problem.status]).to.deep.equal(['parse', 200]);
    expect(problem.message).to.equal(`${url} answered a web page instead of JSON`);
    expect(await log()).to.have.length(1);
  });

  it('that is no JSON at all says so', async () => {
    expect((await problemOf(get(fault('ok').url))).message).to.contain('something instead of JSON');
  });

  it('that breaks off is asked for again, and is no fault of CORS', async () => {
    const { url, log } = fault('cut-body');
    const problem = await problemOf(get(url));
    expect([problem.kind, problem.status]).to.deep.equal(['network', 200]);
    expect(problem.message).to.contain('broke off');
    expect(await log()).to.have.length(3);
  });

  it('comes after a connection that was reset', async () => {
    // The second answer goes to the look whether CORS was the reason.
    const { url } = await scripted({ close: true }, { body: 1 }, { body: 2 });
    expect((await get(url)).data).to.be.oneOf([1, 2]);
  });

  it('never comes from a server that resets each connection', async () => {
    const problem = await problemOf(get(fault('close').url));
    expect([problem.kind, problem.status, problem.retryable]).to.deep.equal(['network', 0, true]);
  });

  it('never comes out of a redirect loop', async () => {
    const problem = await problemOf(get(fault('redirect-loop').url));
    expect(problem.kind).to.equal('network');
  });

  it('that CORS forbids to read is told from a dead server', async () => {
    const { url, log } = fault('no-cors');
    const problem = await problemOf(get(url));
    expect([problem.kind, problem.retryable]).to.deep.equal(['cors', false]);
    expect(problem.message).to.contain(faulty.origin).and.to.contain(location.origin);
    expect(new Set(methods(await log()))).to.deep.equal(new Set(['GET']));
  });

  it('may be ten megabytes', async () => {
    const { data } = await get(fault('big').url);
    expect((data as { body: string }).body).to.have.length(10 * 1024 * 1024);
  });

  it('may come letter by letter', async () => {
    expect((await get(fault('drip').url)).data).to.have.property('title', 'Ministers agree on water');
  });

  const ghost = (more: object): object => ({
    errors: [{ message: 'Not so', context: null, type: 'NoPermissionError', code: null, ...more }],
  });
  for (const [form, body, message, reason] of [
    ['RFC 9457', { type: '/problems/spam', title: 'Spam', detail: 'No links.' }, 'No links.', 'spam'],
    ['RFC 9457 without detail', { type: 'about:blank', title: 'Gone' }, 'Gone', 'about:blank'],
    ['WordPress', { code: 'rest_x', message: 'Sorry', data: { status: 403 } }, 'Sorry', 'rest_x'],
    ['Ghost', ghost({ code: 'UNKNOWN_KEY', context: null }), 'Not so', 'UNKNOWN_KEY'],
    [
      'Ghost, more exactly',
      ghost({ context: 'Comments are off.' }),
      'Comments are off.',
      'NoPermissionError',
    ],
    ['RFC 9457 with a list', { detail: 'No links.', errors: [{ detail: 'at 3' }] }, 'No links.', ''],
    ['wrong types', { code: 7, message: null, detail: {}, title: [] }, undefined, ''],
    ['a list of wrong types', { errors: [[{ message: 'x' }]] }, undefined, ''],
    ['an empty list', { errors: [] }, undefined, ''],
    ['a list', [1], undefined, ''],
    ['a web page', '<!doctype html>', undefined, ''],
    ['nothing', '', undefined, ''],
  ] as const)
    it(`of refusal is understood: ${form}`, async () => {
      const { url } = await scripted({ status: 403, body });
      const problem = await problemOf(get(url));
      expect([problem.kind, problem.message, problem.reason]).to.deep.equal([
        'http',
        message ?? `${url} answered 403`,
        reason,
      ]);
    });
});

describe('something sent', () => {
  impatiently();
  const post = (url: string): Promise<Answer> => request(url, { method: 'POST', body: 'x' }, send, patient());

  for (const name of ['flaky', 'late-ack', 'status/429', 'html-as-json'])
    it(`goes out once, whatever comes back: ${name}`, async () => {
      const { url, log } = fault(name, 'retry-after=0');
      await problemOf(post(url));
      expect(methods(await log())).to.deep.equal(['POST']);
    });

  it('goes out once when nothing comes back in eight seconds', async () => {
    const { url, log } = fault('hang');
    const problem = await hastened(8_000, 30, () => problemOf(post(url)));
    expect(problem.kind).to.equal('timeout');
    expect(await log()).to.have.length(1);
  });
});

describe('an origin that keeps failing', () => {
  impatiently();

  it('is left in peace after five failures in a row, and asked again ten seconds later', async () => {
    const { url, log } = fault('flaky', 'fails=6');
    expect((await problemOf(get(url))).status).to.equal(503);
    const peace = await problemOf(get(url));
    expect([peace.kind, peace.retryable]).to.deep.equal(['network', true]);
    expect(peace.message).to.contain('failed 5 times in a row');
    expect(await log()).to.have.length(5);

    await problemOf(get(url));
    expect(await log(), 'nothing is asked in between').to.have.length(5);

    // One look: it still fails, and has its peace again.
    await later(10_001, () => problemOf(get(url)));
    expect(await log()).to.have.length(6);

    expect((await later(20_002, () => get(url))).data).to.have.property('title');
    expect((await get(url)).data).to.have.property('title');
    expect(await log()).to.have.length(8);
  });

  it('keeps no other origin from being asked', async () => {
    await problemOf(get(fault('flaky', 'fails=9').url));
    await problemOf(get(fault('flaky', 'fails=9').url));
    expect((await problemOf(get(fault('json').url))).message).to.contain('in a row');
    const here = new URL('/__faulty', location.origin).href;
    expect((await get(here)).data).to.equal(faulty.origin);
  });

  it('is one whose failures no answer parts, be it a refusal', async () => {
    await problemOf(get(fault('flaky', 'fails=9').url));
    await problemOf(get(fault('status/404').url));
    const { url, log } = fault('flaky', 'fails=2');
    expect((await get(url)).data).to.have.property('title');
    expect(await log()).to.have.length(3);
  });
});

describe('a page whose Object.prototype is polluted', () => {
  impatiently();
  const dirt = { method: 'POST', body: 'dirt', headers: { 'X-Dirt': '1' }, mode: 'same-origin', status: 500 };

  async function polluted<T>(work: () => Promise<T>): Promise<T> {
    for (const [name, value] of Object.entries(dirt))
      Object.defineProperty(Object.prototype, name, { value, configurable: true, writable: true });
    try {
      return await work();
    } finally {
      for (const name of Object.keys(dirt)) delete (Object.prototype as Record<string, unknown>)[name];
    }
  }

  it('asks as if it were clean, and again where that may help', async () => {
    const { url, log } = fault('flaky', 'fails=1');
    expect((await polluted(() => get(url))).data).to.have.property('title');
    const arrivals = await log();
    expect(methods(arrivals)).to.deep.equal(['GET', 'GET']);
    for (const { body, headers } of arrivals) {
      expect(body).to.equal('');
      expect(headers).not.to.have.property('x-dirt');
    }
  });

  it('looks for the reason of a failure without sending anything', async () => {
    const { url, log } = fault('no-cors');
    expect((await problemOf(polluted(() => get(url)))).kind).to.equal('cors');
    expect(new Set(methods(await log()))).to.deep.equal(new Set(['GET']));
  });
});
