/**
 * A content API that misbehaves on order, on an origin of its own.
 *
 *     /fault/<name>?key=K    one of the faults below
 *     /s/<K>/...             answers with the first of the answers scripted for K that fits; also on the pages' own origin
 *     PUT  /script?key=K     [{status, headers, body, delay, close, cors, fault, when}, ...]
 *     GET  /log?key=K        what arrived under K, preflights too; `arrived=N` and `aborted=N` wait for so many
 *     GET  /reset?key=K      forgets K
 */
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { TestRunnerConfig } from '@web/test-runner';
import type { Answer, Arrival } from './faulty-client.js';

type Plugin = NonNullable<TestRunnerConfig['plugins']>[number];
type Middleware = NonNullable<TestRunnerConfig['middleware']>[number];

interface Call {
  url: URL;
  response: ServerResponse;
  /** How many requests (preflights left out) came under the same key before this one. */
  earlier: number;
  /** What would be the answer. */
  body: unknown;
}

/** What is known under one key. */
class Ledger {
  readonly arrivals: Arrival[] = [];
  answers: Answer[] = [];
  #waiting: (() => void)[] = [];

  changed(): void {
    for (const wake of this.#waiting.splice(0)) wake();
  }

  async until(condition: (arrivals: Arrival[]) => boolean): Promise<void> {
    while (!condition(this.arrivals)) await new Promise<void>((wake) => this.#waiting.push(wake));
  }
}

const story = { id: '7', title: 'Ministers agree on water', url: 'https://news.example/water' };

const faults: Record<string, (call: Call) => void> = {
  ok: ({ response }) => send(response, 200, 'text/plain', 'ok'),
  json: ({ response }) => sendJson(response, story),
  'html-as-json': ({ response }) =>
    send(response, 200, 'application/json', '<!doctype html><title>Login</title>'),
  'wrong-types': ({ response }) =>
    sendJson(response, [{ id: {}, title: 42, url: null, tags: 'none' }, null, 7]),
  big: ({ response, body }) => sendJson(response, padded(body, 10)),
  huge: ({ response, body }) => sendJson(response, padded(body, 21)),
  'no-cors': ({ response, body }) => {
    response.removeHeader('Access-Control-Allow-Origin');
    sendJson(response, body);
  },
  'cut-body': ({ response, body }) => {
    const whole = Buffer.from(JSON.stringify(body));
    response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': whole.length });
    response.write(whole.subarray(0, -9), () => cut(response));
  },
  hang: () => {},
  drip: ({ response, body }) => {
    response.writeHead(200, { 'Content-Type': 'application/json' });
    const whole = JSON.stringify(body);
    const drops = whole.match(new RegExp(`[^]{1,${Math.ceil(whole.length / 100)}}`, 'g'))!;
    const timer = setInterval(() => {
      const drop = drops.shift();
      if (drop === undefined) response.end();
      else response.write(drop);
    }, 10);
    response.on('close', () => clearInterval(timer));
  },
  status: ({ url, response }) => {
    const retryAfter = url.searchParams.get('retry-after');
    if (retryAfter !== null) {
      response.setHeader('Retry-After', retryAfter);
      response.setHeader('Access-Control-Expose-Headers', 'Retry-After');
    }
    sendJson(response, { message: 'as ordered' }, Number(url.pathname.split('/')[3]));
  },
  flaky: ({ url, response, earlier }) => {
    const fails = Number(url.searchParams.get('fails') ?? 1);
    if (earlier < fails) sendJson(response, { message: 'not yet' }, 503);
    else sendJson(response, story);
  },
  'redirect-loop': ({ url, response }) => {
    response.writeHead(302, { Location: url.href }).end();
  },
  close: ({ response }) => cut(response),
  // The request has been read and recorded to its end, as a server does that stores a comment and then dies.
  'late-ack': ({ response }) => cut(response),
};

/** The answer, and so many megabytes that nobody asked for. */
const padded = (body: unknown, megabytes: number): object => ({
  ...(body as object),
  body: 'x'.repeat(megabytes * 1024 * 1024),
});

export async function startFaulty(): Promise<{ origin: string; close: () => void }> {
  const ledgers = new Map<string, Ledger>();
  const ledgerOf = (key: string): Ledger => {
    if (!ledgers.has(key)) ledgers.set(key, new Ledger());
    return ledgers.get(key)!;
  };

  const server = createServer((request, response) => {
    void serve(request, response).catch((error: unknown) => send(response, 500, 'text/plain', String(error)));
  });

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url!, `http://${request.headers.host}`);
    const [, place, name = ''] = url.pathname.split('/');
    const key = place === 's' ? decodeURIComponent(name) : (url.searchParams.get('key') ?? '');
    const ledger = ledgerOf(key);
    response.setHeader('Access-Control-Allow-Origin', '*');
    // Browsers send a request again by themselves when a connection that they reuse is cut: the counts would lie.
    response.setHeader('Connection', 'close');

    if (place === 'script' && request.method === 'PUT') {
      ledger.answers = JSON.parse(await text(request)) as Answer[];
      return sendJson(response, {});
    }
    if (place === 'log') {
      const atLeast = (name: string): number => Number(url.searchParams.get(name) ?? 0);
      await ledger.until(
        (arrivals) =>
          arrivals.length >= atLeast('arrived') &&
          arrivals.filter(({ aborted }) => aborted).length >= atLeast('aborted'),
      );
      return sendJson(response, ledger.arrivals);
    }
    if (place === 'reset') {
      ledgers.delete(key);
      return sendJson(response, {});
    }
    if (place !== 's' && place !== 'fault') {
      if (request.method === 'OPTIONS') return preflight(request, response);
      return send(response, 404, 'text/plain', `nothing at ${url.pathname}`);
    }

    const earlier = ledger.arrivals.filter(({ method }) => method !== 'OPTIONS').length;
    const arrival = await record(request, response, url);
    ledger.arrivals.push(arrival);
    ledger.changed();
    response.on('close', () => ledger.changed());

    const asked = decodeURIComponent(`${arrival.method} ${arrival.path}`.replaceAll('+', ' '));
    const answer = ledger.answers.find(({ when }) => when === undefined || new RegExp(when).test(asked));
    if (request.method === 'OPTIONS') {
      if (name === 'no-cors' || (place === 's' && answer?.cors === false)) {
        response.removeHeader('Access-Control-Allow-Origin');
        return send(response, 405, 'text/plain', '');
      }
      return preflight(request, response);
    }
    if (place === 'fault') {
      const fault = faults[name];
      if (!fault) return send(response, 404, 'text/plain', `no fault is named ${name}`);
      return fault({ url, response, earlier, body: story });
    }
    if (!answer) return send(response, 500, 'text/plain', `no answer is left for ${key}: ${asked}`);
    arrival.when = answer.when;
    if (answer.when === undefined) ledger.answers.splice(ledger.answers.indexOf(answer), 1);
    perform(answer, { url, response, earlier, body: answer.body });
  }

  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

let faulty: Awaited<ReturnType<typeof startFaulty>>;

/** The scripted answers on the pages' own origin. */
export const faultyHere: Middleware = (context, next) => {
  if (!context.path.startsWith('/s/')) return next();
  const { req, res } = context;
  context.respond = false;
  const there = request(
    faulty.origin + context.url,
    { method: req.method, headers: req.headers },
    (answer) => {
      res.writeHead(answer.statusCode!, answer.headers);
      answer.pipe(res);
    },
  );
  there.on('error', () => cut(res));
  req.pipe(there);
  return undefined;
};

/** Starts the server with the test run, and tells the pages its address. */
export function faultyPlugin(): Plugin {
  return {
    name: 'faulty',
    async serverStart() {
      faulty = await startFaulty();
    },
    serverStop() {
      faulty.close();
    },
    serve({ path }) {
      return path === '/__faulty' ? { body: JSON.stringify(faulty.origin), type: 'json' } : undefined;
    },
  };
}

async function record(request: IncomingMessage, response: ServerResponse, url: URL): Promise<Arrival> {
  const { method = '', headers } = request;
  const arrival: Arrival = { method, path: url.pathname + url.search, headers, body: '', aborted: false };
  response.on('close', () => {
    arrival.aborted = !response.writableFinished && !cutByUs.has(response);
  });
  try {
    arrival.body = await text(request);
  } catch {
    arrival.aborted = true;
  }
  return arrival;
}

function perform(answer: Answer, call: Call): void {
  const { response } = call;
  if (answer.cors === false) response.removeHeader('Access-Control-Allow-Origin');
  for (const [name, value] of Object.entries(answer.headers ?? {})) response.setHeader(name, value);
  setTimeout(() => {
    const { status = 200, body = '' } = answer;
    if (answer.fault) faults[answer.fault]!(call);
    else if (answer.close) cut(response);
    else if (typeof body === 'string') response.writeHead(status).end(body);
    else sendJson(response, body, status);
  }, answer.delay ?? 0);
}

/** Connections that ended here, so that the log does not call them aborted by the client. */
const cutByUs = new WeakSet<ServerResponse>();

function cut(response: ServerResponse): void {
  cutByUs.add(response);
  response.socket?.resetAndDestroy();
}

function preflight(request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(204, {
    'Access-Control-Allow-Methods': request.headers['access-control-request-method'] ?? '*',
    'Access-Control-Allow-Headers': request.headers['access-control-request-headers'] ?? '*',
    // A remembered preflight would be missing in the next test's log.
    'Access-Control-Max-Age': '0',
  });
  response.end();
}

function sendJson(response: ServerResponse, value: unknown, status = 200): void {
  send(response, status, 'application/json', JSON.stringify(value));
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  if (!response.hasHeader('Content-Type')) response.setHeader('Content-Type', type);
  response.writeHead(status).end(body);
}
