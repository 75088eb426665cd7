import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { createValidator, description, pointer } from '../../demo/api/contract.js';
import { type Database, openDatabase } from '../../demo/api/database.js';
import { openPostgres } from '../../demo/api/postgres.js';
import { type RunningApi, startApi, type StartOptions } from '../../demo/api/start.js';
import { freshDatabase, onServer } from '../postgres/databases.js';

export const SITE = 'https://news.example';
export const CONTENT = fileURLToPath(new URL('content', import.meta.url));
export const TOKEN = 'a-token-for-tests';

type Json = Record<string, unknown>;
type Documented = Record<string, { content?: Record<string, { schema?: object }>; $ref?: string }>;

/** The description with every object closed: a property that it does not name is an error. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (schema === null || typeof schema !== 'object') return schema;
  const copy = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  return copy.type === 'object' && copy.properties ? { ...copy, additionalProperties: false } : copy;
}

const validator = createValidator(closed(description) as object);

function documentedPath(pathname: string): string | undefined {
  return Object.keys(description.paths).find((path) =>
    new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(pathname),
  );
}

/** Fails when an answer's status, media type or shape is not in openapi.yaml; gives back the answer's body. */
export async function expectDocumented(response: Response, method: string): Promise<string> {
  const body = await response.text();
  const { pathname } = new URL(response.url);
  const path = documentedPath(pathname);
  assert.ok(path, `${pathname} is not in the description`);
  const operation = method.toLowerCase() as 'get' | 'post';
  const place = ['paths', path, operation, 'responses', String(response.status)];
  const responses = description.paths[path]![operation].responses as Documented;
  const found = responses[response.status];
  assert.ok(found, `${method} ${path} documents no ${response.status}: ${body}`);
  const target = found.$ref?.split('/').slice(1) ?? place;
  const { content = {} } = target.reduce<unknown>(
    (at, part) => (at as Json)[part],
    description,
  ) as Documented[string];
  const mediaType = response.headers.get('content-type')?.split(';')[0] ?? '';
  if (Object.keys(content).length === 0) {
    assert.equal(body, '', `${method} ${path} documents no content for ${response.status}`);
    return body;
  }
  const key = [mediaType, mediaType.replace(/\/.*/, '/*')].find((name) => name in content);
  assert.ok(key, `${method} ${path} documents no ${mediaType} for ${response.status}`);
  if (content[key]!.schema) {
    const validate = validator.compile({ $ref: pointer(...target, 'content', key, 'schema') });
    assert.ok(
      validate(JSON.parse(body)),
      `${method} ${path}: ${JSON.stringify(validate.errors, ['instancePath', 'message', 'params', 'additionalProperty'])}`,
    );
  }
  return body;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body's JSON; `any`, for a test says itself what it expects. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly json: any;
}

export interface TestApi extends RunningApi {
  /** Asks, and checks that the answer is documented. */
  ask(path: string, init?: RequestInit & { duplex?: 'half' }): Promise<Answer>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Answer>;
  postForm(path: string, fields: Record<string, string>, headers?: Record<string, string>): Promise<Answer>;
}

/** An API of its own on a free port, filled from the tests' own content. */
export async function startTestApi(options: Partial<StartOptions> = {}): Promise<TestApi> {
  const fresh = onServer ? await freshDatabase() : undefined;
  const api = await startApi({
    port: 0,
    host: '127.0.0.1',
    siteOrigin: SITE,
    contentDir: CONTENT,
    moderationToken: TOKEN,
    ...(fresh && { databaseUrl: fresh.url }),
    ...options,
  });
  const ask: TestApi['ask'] = async (path, init = {}) => {
    const response = await fetch(api.origin + path, { redirect: 'manual', ...init });
    const text = await expectDocumented(response, init.method ?? 'GET');
    const isJson = (response.headers.get('content-type') ?? '').includes('json');
    return {
      status: response.status,
      headers: response.headers,
      text,
      json: isJson ? JSON.parse(text) : undefined,
    };
  };
  return {
    ...api,
    async close() {
      await api.close();
      await fresh?.drop();
    },
    ask,
    post: (path, body, headers = {}) =>
      ask(path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    postForm: (path, fields, headers = {}) =>
      ask(path, { method: 'POST', headers, body: new URLSearchParams(fields) }),
  };
}

/** An empty database with its tables, and nothing else. */
export async function openTestDatabase(): Promise<Database> {
  if (!onServer) return openDatabase();
  const fresh = await freshDatabase();
  const database = await openPostgres(fresh.url);
  return {
    ...database,
    async close() {
      await database.close();
      await fresh.drop();
    },
  };
}

/** The ids of a list's items. */
export const idsOf = (answer: Answer): string[] =>
  (answer.json.items as { id: string }[]).map(({ id }) => id);

/** Every page of a list, from the first to the last. */
export async function walk(api: TestApi, path: string): Promise<Answer[]> {
  const pages = [await api.ask(path)];
  for (;;) {
    const { next } = pages.at(-1)!.json as { next?: string };
    if (next === undefined) return pages;
    assert.ok(pages.length < 100, 'the list has no end');
    pages.push(await api.ask(`${path}${path.includes('?') ? '&' : '?'}cursor=${next}`));
  }
}

/** Fails unless an answer is a problem of this kind; gives back the fields that it names. */
export function expectProblem(answer: Answer, status: number, kind: string): string[] {
  assert.equal(answer.status, status, answer.text);
  assert.equal(answer.headers.get('content-type'), 'application/problem+json');
  assert.equal(answer.headers.get('cache-control'), 'no-store');
  assert.equal(answer.headers.get('access-control-allow-origin'), '*');
  assert.equal(answer.json.type, `/problems/${kind}`);
  return ((answer.json.errors ?? []) as { field: string }[]).map(({ field }) => field);
}
