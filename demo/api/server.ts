import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { cors } from 'hono/cors';
import { etag, RETAINED_304_HEADERS } from 'hono/etag';
import { getMimeType } from 'hono/utils/mime';
import { type CommentQuery, countComments, listComments } from './comments.js';
import { description, type Operation, operations } from './contract.js';
import { decide, expectModerator, listDecisions, listModeratedComments } from './moderation.js';
import type { PostLimit } from './patience.js';
import { type PassesChallenge, postComment, type Submission } from './posting.js';
import { Problem } from './problems.js';
import { refusalPage } from './refusal-page.js';
import { reportComment } from './reports.js';
import type { Site } from './site.js';
import { getStory, listAuthors, listSections, listStories, listTags, type StoryQuery } from './stories.js';

export interface ApiOptions extends Site {
  /** The folder that pictures are served from. */
  readonly pictures: string;
  readonly moderationToken: string;
  /** How fast one reader may comment, and report; 5 in 60 seconds when left out. */
  readonly postLimit?: PostLimit;
  /** The publisher's own check against robots; everybody passes when left out. */
  readonly passesChallenge?: PassesChallenge;
}

/** What Hono hands to each request. */
export interface Env {
  readonly Bindings: HttpBindings;
  /** What a page's form sent, to be given back when it is refused. */
  readonly Variables: { form?: URLSearchParams };
}

/** A request whose every part is as described. */
interface Input {
  readonly path: Readonly<Record<string, string>>;
  readonly query: unknown;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

type Handler = (input: Input, c: Context<Env>) => Response | Promise<Response>;

const MAX_BODY = 64 * 1024;
const FORM = 'application/x-www-form-urlencoded';

const CACHED = 'public, max-age=30, stale-while-revalidate=60';
const REVALIDATED = 'no-cache';
const NEVER_STORED = 'no-store';
const A_WEEK = 'public, max-age=604800';

/** The pages that are not the API's: where they stand, their file, its type. */
const PAGES = [
  ['/moderation', 'moderation.html', 'text/html; charset=utf-8'],
  ['/moderation.js', 'moderation.js', 'text/javascript; charset=utf-8'],
  ['/pages.css', 'pages.css', 'text/css; charset=utf-8'],
] as const;

const OWN_PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const addressOf = (c: Context<Env>) => c.env.incoming.socket.remoteAddress ?? '';

const mediaTypeOf = (c: Context) => c.req.header('Content-Type')?.split(';')[0]!.trim().toLowerCase() ?? '';

/** True when a page's own form was posted, by a browser without JavaScript: people read the answer. */
const isForPeople = (c: Context) =>
  c.req.method === 'POST' && mediaTypeOf(c) === FORM && /text\/html/i.test(c.req.header('Accept') ?? '');

async function readBody(c: Context<Env>, operation: Operation): Promise<unknown> {
  const [...taken] = operation.mediaTypes;
  const mediaType = mediaTypeOf(c);
  if (!taken.includes(mediaType)) {
    throw new Problem('unsupported-media-type', `The Content-Type must be ${taken.join(' or ')}.`);
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(await c.req.arrayBuffer());
  } catch {
    throw Problem.fields([{ field: 'body', reason: 'must be UTF-8' }]);
  }
  if (mediaType === FORM) {
    const form = new URLSearchParams(text);
    c.set('form', form);
    const repeated = [...new Set(form.keys())].filter((name) => form.getAll(name).length > 1);
    if (repeated.length > 0) {
      throw Problem.fields(repeated.map((field) => ({ field, reason: 'must not be given twice' })));
    }
    return operation.readForm(Object.fromEntries(form));
  }
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw Problem.fields([{ field: 'body', reason: 'must be JSON' }]);
  }
  return operation.readBody(body);
}

const revalidation = etag({
  retainedHeaders: [
    ...RETAINED_304_HEADERS,
    'access-control-allow-origin',
    'access-control-expose-headers',
    'link',
  ],
  generateDigest: (body) => crypto.subtle.digest('SHA-256', body),
});

const limitBody = bodyLimit({
  maxSize: MAX_BODY,
  onError: () => {
    throw new Problem('too-large', 'A request may hold at most 64 kB.');
  },
});

const passOn: MiddlewareHandler = (_c, next) => next();

/** The API as a Hono app: every operation of openapi.yaml, the pictures, and the moderator's page. */
export function createApi(options: ApiOptions): Hono<Env> {
  const {
    moderationToken,
    pictures,
    postLimit: limit = { count: 5, seconds: 60 },
    passesChallenge = () => true,
    ...site
  } = options;
  const app = new Hono<Env>();

  const answer = (c: Context, cache: string, body: object) => {
    c.header('Cache-Control', cache);
    if ('next' in body) {
      const { pathname, searchParams } = new URL(c.req.url);
      searchParams.set('cursor', String(body.next));
      c.header('Link', `<${pathname}?${searchParams}>; rel="next"`);
    }
    return c.json(body);
  };

  const created = (c: Context, body: object) => {
    c.header('Cache-Control', NEVER_STORED);
    return c.json(body, 201);
  };

  const handlers: Readonly<Record<string, Handler>> = {
    listStories: async ({ query }, c) => answer(c, CACHED, await listStories(site, query as StoryQuery)),
    getStory: async ({ path }, c) => answer(c, CACHED, await getStory(site, path.id!)),
    listSections: async (_input, c) => answer(c, CACHED, await listSections(site)),
    listAuthors: async (_input, c) => answer(c, CACHED, await listAuthors(site)),
    listTags: async (_input, c) => answer(c, CACHED, await listTags(site)),

    listComments: async ({ query }, c) =>
      answer(c, REVALIDATED, await listComments(site, query as CommentQuery)),
    countComments: async ({ query }, c) =>
      answer(c, REVALIDATED, await countComments(site, (query as { stories: string[] }).stories)),
    async postComment({ headers, body }, c) {
      const { idempotencyKey, ...submission } = body as Submission & { idempotencyKey?: string };
      const key = headers['Idempotency-Key'] ?? idempotencyKey;
      const rules = { limit, passesChallenge };
      const { comment, page } = await postComment(site, rules, submission, key, addressOf(c));
      if (!isForPeople(c)) return created(c, comment);
      c.header('Cache-Control', NEVER_STORED);
      return c.redirect(`${page}?comment=${comment.status}#comment-${comment.id}`, 303);
    },
    async reportComment({ path, body }, c) {
      const sender = createHmac('sha256', moderationToken).update(addressOf(c)).digest('hex');
      return created(c, await reportComment(site, limit, path.id!, body as { reason?: string }, sender));
    },

    listModeratedComments: async ({ query }, c) =>
      answer(
        c,
        NEVER_STORED,
        await listModeratedComments(site, query as Parameters<typeof listModeratedComments>[1]),
      ),
    listDecisions: async ({ path }, c) => answer(c, NEVER_STORED, await listDecisions(site, path.id!)),
    decide: async ({ path, body }, c) =>
      created(c, await decide(site, path.id!, body as Parameters<typeof decide>[2])),

    async getPicture({ path }, c) {
      const file = path.file!;
      const type = getMimeType(file);
      const picture = type?.startsWith('image/')
        ? await readFile(join(pictures, file)).catch(() => null)
        : null;
      if (!picture) throw new Problem('not-found', `There is no picture ${file}.`);
      c.header('Content-Type', type);
      c.header('Cache-Control', A_WEEK);
      c.header('Cross-Origin-Resource-Policy', 'cross-origin');
      // An SVG opened on its own is a document of this origin, and could run scripts.
      c.header('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'");
      return c.body(new Uint8Array(picture));
    },
    getDescription: (_input, c) =>
      answer(c, CACHED, { ...description, servers: [{ url: site.publicOrigin }] }),
    async getHealth(_input, c) {
      await site.database.query('select 1');
      return answer(c, NEVER_STORED, { status: 'ok' });
    },
  };

  app.use(async (c, next) => {
    c.header('X-Content-Type-Options', 'nosniff');
    await next();
  });
  // Authorization is not among the headers: other origins can read and comment, but not moderate.
  app.use(
    cors({
      origin: '*',
      allowMethods: ['GET', 'HEAD', 'POST'],
      allowHeaders: ['Content-Type', 'Idempotency-Key'],
      exposeHeaders: ['Retry-After', 'ETag', 'Link'],
      maxAge: 7200,
    }),
  );

  const routeOf = (path: string) => path.replaceAll(/\{(\w+)\}/g, ':$1');
  for (const operation of operations) {
    const handler = handlers[operation.id]!;
    app.on(
      operation.method,
      routeOf(operation.path),
      operation.revalidated ? revalidation : passOn,
      operation.mediaTypes.length > 0 ? limitBody : passOn,
      async (c) => {
        if (operation.secured) expectModerator(moderationToken, c.req.header('Authorization'));
        const path = operation.readPath(c.req.param());
        const query = operation.readQuery(new URL(c.req.url).searchParams);
        const headers = operation.readHeaders((name) => c.req.header(name));
        const body = operation.mediaTypes.length > 0 ? await readBody(c, operation) : undefined;
        return handler({ path, query, headers, body }, c);
      },
    );
  }
  for (const [path, methods] of Object.entries(description.paths)) {
    const allowed = Object.keys(methods).flatMap((method) => (method === 'get' ? ['GET', 'HEAD'] : ['POST']));
    app.all(routeOf(path), (c) => {
      throw new Problem('method-not-allowed', `${c.req.path} takes ${allowed.join(', ')}.`, [], {
        Allow: [...allowed, 'OPTIONS'].join(', '),
      });
    });
  }
  for (const [path, file, type] of PAGES) {
    const content = readFileSync(new URL(file, import.meta.url), 'utf8');
    app.get(path, (c) =>
      c.body(content, 200, {
        'Content-Type': type,
        'Cache-Control': REVALIDATED,
        'Content-Security-Policy': OWN_PAGE_POLICY,
        'Referrer-Policy': 'no-referrer',
      }),
    );
  }

  app.notFound((c) => {
    throw new Problem('not-found', `There is nothing at ${c.req.path}.`);
  });
  app.onError((error, c) => {
    const problem = error instanceof Problem ? error : new Problem('internal', 'Please try again later.');
    if (problem !== error) console.error(error);
    c.header('Cache-Control', NEVER_STORED);
    for (const [name, value] of Object.entries(problem.headers)) c.header(name, value);
    if (isForPeople(c)) {
      // A browser applies form-action to the redirect after the post too, and that leads to the site.
      c.header(
        'Content-Security-Policy',
        `default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'self' ${site.siteOrigin}; frame-ancestors 'none'`,
      );
      return c.html(refusalPage(problem, c.get('form')), problem.status);
    }
    return c.body(JSON.stringify(problem), problem.status, { 'Content-Type': 'application/problem+json' });
  });
  return app;
}
