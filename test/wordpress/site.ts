// The WordPress under test, as its suites see it. `run.ts` sets it up and hands it over.

export interface Named {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
}

export interface Post {
  readonly id: number;
  readonly slug: string;
  /** Its address on the site without traits. */
  readonly link: string;
}

export interface Person extends Named {
  /** The password for the sign-in page. */
  readonly login: string;
  /** An application password, for REST. */
  readonly password: string;
}

export interface Seeds {
  readonly sections: Readonly<Record<'harbour' | 'world', Named>>;
  readonly tags: Readonly<Record<'ferries' | 'tolls', Named>>;
  readonly authors: Readonly<Record<'editor' | 'author', Person>>;
  readonly stories: Readonly<Record<string, Post>>;
}

export interface Site {
  /** Address of its front page, without a slash at its end. */
  readonly url: string;
  /** Set up by us: its settings follow its host names, see wp-config.php. */
  readonly own: boolean;
  readonly user: string | undefined;
  /** Application password of `user`, who may do everything. */
  readonly password: string | undefined;
  /** Where PHP runs scripts on it. */
  readonly folder?: string;
  /** What was published there for the tests; nothing where nobody let us. */
  readonly seeds?: Seeds;
}

/** The name of the environment variable that carries it. */
export const siteVariable = 'NEWS_WORDPRESS';

export let site = JSON.parse(process.env[siteVariable] ?? '{}') as Site;

/** Before there are suites, for whoever sets it up. */
export function useSite(other: Site): void {
  site = other;
}

/** What its tests read; there are none without it. */
export const seeds = site.seeds as Seeds;

/** The settings that a host name can ask for. */
export type Trait =
  'anonymous' | 'bare' | 'flood' | 'hidden' | 'members' | 'moderated' | 'plain' | 'strict' | 'sub' | 'walled';

/** The same WordPress under the name that sets it so. Without traits it is the site as it is. */
export class Place {
  readonly home: string;
  readonly api: string;
  readonly #plain: boolean;

  constructor(...traits: Trait[]) {
    if (!site.own && traits.length) throw new Error('This site cannot be set otherwise.');
    const { port } = new URL(site.url);
    this.#plain = traits.includes('plain');
    const host = `http://${traits.join('-') || 'stock'}.localhost:${port}`;
    this.home = site.own ? host + (traits.includes('sub') ? '/news' : '') : site.url;
    this.api = this.#plain ? `${this.home}/index.php?rest_route=/` : `${this.home}/wp-json`;
  }

  link({ id, link }: Post): string {
    return this.#plain ? `${this.home}/?p=${id}` : link.replace(site.url, this.home);
  }
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly data: unknown;
}

/** Asks the site's REST API, as its administrator or another user; as nobody, with `null`. */
export async function rest(
  method: 'GET' | 'POST' | 'DELETE',
  route: string,
  body?: object | Blob,
  user: readonly [name: string, password: string] | null = [site.user ?? '', site.password ?? ''],
): Promise<Answer> {
  const [path, query] = route.split('?');
  const file = body instanceof Blob;
  const response = await fetch(`${site.url}/?rest_route=${path}${query ? `&${query}` : ''}`, {
    method,
    headers: {
      ...(user && { Authorization: `Basic ${btoa(user.join(':'))}` }),
      'Content-Type': file ? body.type : 'application/json',
      ...(file && { 'Content-Disposition': 'attachment; filename="picture.png"' }),
    },
    ...(body && { body: file ? body : JSON.stringify(body) }),
  });
  return { status: response.status, headers: response.headers, data: await response.json() };
}

/** The same, where anything but success ends the test. */
export async function must<T>(...question: Parameters<typeof rest>): Promise<T> {
  const { status, data } = await rest(...question);
  if (status >= 300) throw new Error(`${question[0]} ${question[1]}: ${status} ${JSON.stringify(data)}`);
  return data as T;
}

/** Publishes a post for one test alone; so long ago that no other test's list of the latest shows it. */
export function publish(post: object = {}): Promise<Post> {
  return must<Post>('POST', '/wp/v2/posts', {
    title: 'Pilot boats change crews at noon',
    // Two that are published at the same instant get the same address of WordPress, and the page then shows both.
    slug: crypto.randomUUID(),
    content: '<p>The pilots of the outer harbour change crews at noon.</p>',
    status: 'publish',
    date: '2001-02-03T04:05:06',
    ...post,
  });
}

export interface StoredComment {
  readonly id: number;
  readonly parent: number;
  readonly author: number;
  readonly author_name: string;
  readonly author_email: string;
  readonly author_url: string;
  readonly status: string;
  readonly content: { readonly raw: string };
}

/** All comments that WordPress has on a post, whatever became of them; oldest first. */
export async function stored({ id }: Post): Promise<StoredComment[]> {
  const route = `/wp/v2/comments?post=${id}&context=edit&order=asc&per_page=100&status=`;
  // "all" is what is approved or waits.
  const some = await Promise.all(
    ['all', 'trash', 'spam'].map((one) => must<StoredComment[]>('GET', route + one)),
  );
  return some.flat();
}

/** Writes a comment as another reader does. */
export const comment = (post: Post, content: string, more: object = {}): Promise<StoredComment> =>
  must<StoredComment>('POST', '/wp/v2/comments', {
    post: post.id,
    content,
    author_name: 'Maren Voss',
    author_email: 'maren@example.org',
    status: 'approved',
    ...more,
  });

/** What `node:test` is told of a test before what it does. */
type Told = [name: string, options: { skip?: string }];

/** A test for which stories must be published. */
export const seeded = (name: string): Told =>
  only(name, site.seeds, 'WORDPRESS_USER and WORDPRESS_PASSWORD are not given');

/** A test for which the site has to be set in a way of its own. */
export const own = (name: string): Told =>
  only(name, site.own, 'the settings of a site that is not ours are not changed');

function only(name: string, there: unknown, why: string): Told {
  if (there) return [name, {}];
  // What is not looked at is named, and never passed over in silence.
  console.error(`skipped: ${name} (${why})`);
  return [name, { skip: why }];
}
