import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { check, type Order } from '../../src/cli/check.js';
import type { Report, Subject } from '../../src/cli/finding.js';
import { ghostRules, wordpressRules, type Rule } from '../backends/rules.js';

const closing: (() => unknown)[] = [];
after(() => Promise.all(closing.map((close) => close())));

/** Ends something when the tests of this file are over. */
export const atTheEnd = (close: () => unknown): number => closing.push(close);

export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

export interface Asked {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly origin: string | undefined;
  /** Where the server is. */
  readonly here: string;
  readonly response: ServerResponse;
}

export type Handler = (asked: Asked) => Answer | undefined;

/** A server on a port of its own, until the tests of this file are over. A handler without an answer gives it itself. */
export async function serve(handler: Handler): Promise<string> {
  const server = createServer((request, response) => {
    const { method = '', url: path = '', headers } = request;
    const here = `http://${headers.host}`;
    const answer = handler({ method, path, origin: headers.origin, here, response });
    if (!answer) return;
    response.writeHead(answer.status ?? 200, answer.headers).end(answer.body ?? '');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  atTheEnd(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

export const html = (body: string, headers: Record<string, string> = {}): Answer => ({
  headers: {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-cache',
    ETag: '"1"',
    ...headers,
  },
  body,
});

export const json = (value: unknown, headers: Record<string, string> = {}): Answer => ({
  headers: {
    'Content-Type': 'application/json',
    'Cache-Control': 'public, max-age=60',
    'Access-Control-Allow-Origin': '*',
    ...headers,
  },
  body: JSON.stringify(value),
});

export const javascript: Answer = {
  headers: { 'Content-Type': 'text/javascript', 'Access-Control-Allow-Origin': '*' },
  body: '',
};

/** A server of one thing for all. */
export const serving = (answer: Answer): Promise<string> => serve(() => answer);

interface Recorded {
  readonly id: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What a server of that folder answered, as if it had been here. */
export function recorded(folder: string, start: string, here: string): Answer {
  const place = fileURLToPath(new URL(`../backends/${folder}/`, import.meta.url));
  const manifest = JSON.parse(readFileSync(`${place}manifest.json`, 'utf8')) as Recorded[];
  const found = manifest.find(({ id }) => id.startsWith(start));
  if (!found) throw new Error(`${folder} has no record ${start}`);
  const moving = /^(host|date|connection|keep-alive|content-length|transfer-encoding)$/i;
  return {
    status: found.status,
    headers: Object.fromEntries(Object.entries(found.headers).filter(([name]) => !moving.test(name))),
    body: readFileSync(place + found.body, 'utf8').replaceAll(/http:(\\?\/\\?\/)127\.0\.0\.1:86[34]1/g, here),
  };
}

const answerBy = (folder: string, rules: readonly Rule[], { method, path, here }: Asked): Answer => {
  const asked = decodeURIComponent(`${method} ${path}`);
  const [, id] = rules.find(([when]) => new RegExp(when).test(asked)) ?? [];
  return id ? recorded(folder, id, here) : { status: 404 };
};

export interface WordPress {
  /** REST takes comments from visitors. */
  readonly takesByRest?: boolean;
  /** A plugin hides `wp-comments-post.php`. */
  readonly hidesForm?: boolean;
  readonly membersOnly?: boolean;
  /** Changes what it answers on the way out. */
  readonly proxy?: (answer: Answer, asked: Asked) => Answer | undefined;
}

/** A WordPress by its recorded answers. */
export const wordpress = ({ takesByRest, hidesForm, membersOnly, proxy }: WordPress = {}): Promise<string> =>
  serve((asked) => {
    const { method, path, origin } = asked;
    const own = (): Answer => {
      if (path === '/wp-comments-post.php')
        return hidesForm ? { status: 404 } : { status: 405, headers: { Allow: 'POST' } };
      if (!path.startsWith('/wp-json'))
        return html(
          `<link rel="https://api.w.org/" href="/wp-json/">${membersOnly ? '<p class="must-log-in">' : ''}`,
        );
      // WordPress names the origin that asks, whichever it is.
      const cors = origin ? { 'Access-Control-Allow-Origin': origin } : {};
      if (method === 'OPTIONS') return { headers: { ...cors, ...(takesByRest && { Allow: 'POST' }) } };
      const answer = answerBy('wordpress-6.8', wordpressRules, asked);
      return { ...answer, headers: { ...answer.headers, ...cors } };
    };
    const answer = own();
    return proxy ? proxy(answer, asked) : answer;
  });

/** A Ghost by its recorded answers, which takes any key but one of all letters b. */
export const ghost = (): Promise<string> =>
  serve((asked) =>
    asked.path === '/'
      ? recorded('ghost-6.65', '055', asked.here)
      : asked.path.includes('key=bbb')
        ? recorded('ghost-6.65', '044', asked.here)
        : answerBy('ghost-6.65', ghostRules, asked),
  );

export const ghostKey = 'a'.repeat(26);

/** What a check says of something: its mark, its words, and what to do. */
export const said = ({ findings }: Report, about: Subject): string =>
  findings
    .filter((one) => one.about === about)
    .map(({ mark, text, remedy = '' }) => `${mark}: ${text}${remedy && ` → ${remedy}`}`)
    .join('\n');

/** Checks, and gives what is said of something. */
export const look = async (about: Subject, target: string, order: Partial<Order> = {}): Promise<string> =>
  said(await check({ target, ...order }), about);

export const partner = 'https://partner.example';

export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The command, as it is run from a shell. */
export const run = (...words: string[]): Promise<Ended> =>
  new Promise((done) => {
    const command = fileURLToPath(new URL('../../src/cli/standfirst.ts', import.meta.url));
    execFile(process.execPath, ['--import', 'tsx', command, ...words], (error, stdout, stderr) =>
      done({ code: error ? Number(error.code) : 0, stdout, stderr }),
    );
  });
