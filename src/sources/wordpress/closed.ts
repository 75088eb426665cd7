import type { Page, Story } from '../../model/index.js';
import { Problem } from '../../kit/problem.js';
import type { StoryRef } from '../../kit/refs.js';
import { warn } from '../../kit/warn.js';
import type { Ask, Detail, ListQuery, Source } from '../source.js';
import type { Site } from './site.js';

// A site whose REST is closed to visitors, by a plugin or a firewall, still has its feed. Feeds may be read on the site's
// own pages only, for WordPress sends no CORS headers with them.

/** What a site's feed answers in place of its REST. */
export interface Feed {
  stories(refs: readonly StoryRef[], detail: Detail): Promise<(Story | undefined)[]>;
  list(query: ListQuery): Promise<Page<Story>>;
}

/**
 * What an answer means that was none: each plugin has a code of its own, firewalls have a web page. WordPress' own codes
 * for what only some may read are left as they are; `wp_die` is the code of a plugin that ends the request.
 */
function closed({ kind, status, reason, message }: Problem, { root }: Site): Problem | undefined {
  const refused =
    (/^40[13]$/.test(String(status)) &&
      !/^rest_(cannot_(read|view)|forbidden_|user_cannot_view)/.test(reason)) ||
    (status === 404 && !reason) ||
    reason === 'wp_die' ||
    (kind === 'parse' && message.includes('a web page'));
  if (!refused) return undefined;
  // Where there are no words but the address that was asked, its query helps nobody.
  const why = `${[status, reason].join(' ').trim()}: ${message.replace(/\?\S*|\.$/g, '')}`;
  return new Problem(
    'closed',
    `${root} is closed to visitors (${why}). Allow GET requests to /wp/v2/ for everybody in the plugin or firewall that closes it`,
    status,
    reason,
  );
}

const pathOf = (address: string): string => new URL(address).pathname.replace(/\/*$/, '');

/** A story by its post's number, as REST has it and comments need it: WordPress' guids tell it, unless they were changed. */
const numbered = (story: Story, number = story.id): Story => ({
  ...story,
  id: /[?&]p=(\d+)$/.exec(story.id)?.[1] ?? number,
});

/** WordPress leads on to the pretty address of a feed, whatever a site's look like. */
function feedOf(rss: Source, site: Site): Feed {
  const at = (params: Readonly<Record<string, string>>, page = `${site.home}/`): Ask => {
    const url = new URL(page);
    for (const [name, value] of Object.entries({ ...params, feed: 'rss2' }))
      url.searchParams.set(name, value);
    return { ...site, api: url.href };
  };

  async function story(ref: StoryRef, detail: Detail): Promise<Story | undefined> {
    const { kind, value } = ref;
    if (kind === 'url' && !value.startsWith(site.home)) return undefined;
    // The feed of one post is that of its comments, unless these are not wanted.
    const alone = { withoutcomments: '1' };
    const own = kind === 'url' ? at(alone, value) : at({ [kind === 'id' ? 'p' : 'name']: value, ...alone });
    const { items } = await rss.list({ from: 'latest', limit: 1 }, own).catch((error: unknown) => {
      if (error instanceof Problem && error.status === 404) return { items: [] };
      throw error;
    });
    const [first] = items;
    // The feed of the front page, or of a section, begins with a story that is none of its own.
    const others = kind === 'url' && !/[?&]p=/.test(value) && first && pathOf(first.url) !== pathOf(value);
    if (!first || others) return undefined;
    const [found] = await rss.stories([{ kind: 'url', value: first.url }], detail, own);
    return found && numbered(found, kind === 'id' ? value : await numberAt(value));
  }

  /** The number of the post that an address names, or that is the page's own. */
  const numberAt = async (address: string): Promise<string | undefined> =>
    (await import('./address.js')).placeAt(address, site)?.include;

  const list = async (query: ListQuery, ask: Ask): Promise<Page<Story>> => {
    const page = await rss.list(query, ask);
    return { ...page, items: page.items.map((one) => numbered(one)) };
  };

  return {
    stories: (refs, detail) => Promise.all(refs.map((ref) => story(ref, detail))),
    list({ from, of = '', ...rest }) {
      if (from === 'related') return list({ from, of, ...rest }, at({}));
      const isNumber = /^\d+$/.test(of);
      const name = {
        latest: '',
        search: 's',
        section: isNumber ? 'cat' : 'category_name',
        tag: isNumber ? 'tag_id' : 'tag',
        author: isNumber ? 'author' : 'author_name',
      }[from];
      return list({ from: 'latest', ...rest }, at(name ? { [name]: of } : {}));
    },
  };
}

/**
 * What a site's feed answers, where its REST is closed.
 * @throws {Problem} `closed`, where there is no other way; what is no closed REST is thrown as it is
 */
export async function instead<T>(
  error: Problem,
  site: Site,
  byFeed: ((feed: Feed) => Promise<T>) | undefined,
): Promise<T> {
  const problem = closed(error, site);
  if (!problem) throw error;
  if (!site.own || !byFeed) throw problem;
  const { default: rss } = await import('../rss.js');
  const found = await byFeed(feedOf(rss, site)).catch((failed: unknown) => {
    throw failed instanceof Problem && !failed.retryable ? problem : failed;
  });
  warn(problem.code, `${problem.message}. Its feed is shown instead: no comments, and fewer stories.`);
  return found;
}
