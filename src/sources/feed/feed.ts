import type { Page, Story } from '../../model/index.js';
import { compact } from '../../kit/compact.js';
import { Problem } from '../../kit/problem.js';
import { storyRef } from '../../kit/refs.js';
import { safeUrl } from '../../kit/urls.js';
import { story } from './story.js';
import { items, type Fields } from '../shape.js';
import type { Ask, Source } from '../source.js';

// A feed answers one question: what is new. All others are answered from what was loaded.

/** One page of a feed. */
export interface FeedPage {
  /** As `story` takes them. */
  readonly items: readonly Fields[] | undefined;
  /** What relative addresses start from. */
  readonly base: string;
  /** Address of the page that follows. */
  readonly next: string | undefined;
}

/** Nobody waits for more than this. */
const mostPages = 5;
const mostStories = 500;
/** Items of one page that are looked at: it may hold a hundred thousand, and the newest need not come first. */
export const mostItems = 2_000;

const time = ({ published = '' }: Story): number => Date.parse(published);

/** Newest first, where all tell when they are of. */
const newest = (stories: Story[]): readonly Story[] =>
  stories.every(time) ? stories.sort((a, b) => time(b) - time(a)) : stories;

const teaser = (one: Story): Story => compact<Story>({ ...one, body: undefined });

/** @param read loads one page of a feed of some kind */
export function feedSource(name: string, read: (url: string, ask: Ask) => Promise<FeedPage>): Source {
  async function storiesAt(
    url: string,
    ask: Ask,
  ): Promise<{ stories: readonly Story[]; next: string | undefined }> {
    const { items: all, base, next } = await read(url, ask);
    return { stories: newest(items(all?.slice(0, mostItems), 'items', (item) => story(item, base))), next };
  }

  /** What of a feed is loaded: no further page than is needed, and none of another site. */
  async function load(ask: Ask, enough: (stories: readonly Story[]) => boolean = () => true) {
    const stories = new Map<string, Story>();
    const seen = new Set<string>();
    let next = ask.api;
    let more: boolean;
    do {
      const url = next;
      const page = await ask
        .once(`feed ${url}`, (shared) => storiesAt(url, shared))
        .catch((error: unknown) => {
          // The last page's own "next" may lead nowhere.
          if (seen.size && error instanceof Problem && !error.retryable)
            return { stories: [], next: undefined };
          throw error;
        });
      seen.add(url);
      for (const one of page.stories) if (!stories.has(one.id)) stories.set(one.id, one);
      next = safeUrl(page.next, url) ?? url;
      more =
        new URL(next).origin === new URL(ask.api).origin &&
        !seen.has(next) &&
        seen.size < mostPages &&
        stories.size < mostStories;
    } while (more && !enough([...stories.values()]));
    return { stories: [...stories.values()].slice(0, mostStories), more };
  }

  return {
    name,

    async stories(refs, detail, ask) {
      // Their code and the feed come at the same time.
      const [{ byName, whole }] = await Promise.all([import('./finding.js'), load(ask)]);
      const { stories } = await load(ask, (some) => refs.every(byName(some, ask.api)));
      return refs.map(byName(stories, ask.api)).map((one) => {
        if (!one || detail === 'teaser' || detail === 'counted') return one && teaser(one);
        return detail === 'whole' ? whole(one) : teaser(whole(one));
      });
    },

    async list({ from, of = '', limit, cursor }, ask) {
      const start = Number(cursor ?? 0);
      const end = start + limit;
      const about = from === 'related' && of ? storyRef(of) : undefined;
      let chosen = (some: readonly Story[]): readonly Story[] => some;
      // All that can be had is searched, and looked through for a story; a list needs no more than its page.
      let enough = (some: readonly Story[]): boolean => chosen(some).length >= end;
      if (from !== 'latest') {
        const [{ answering, byName }] = await Promise.all([import('./finding.js'), load(ask)]);
        const known = (some: readonly Story[]): Story | undefined => about && byName(some, ask.api)(about);
        chosen = (some) => answering(some, from, of, known(some));
        if (from === 'search' || about) enough = (some) => !!known(some);
      }
      const { stories, more } = await load(ask, enough);
      const all = chosen(stories);
      const further = more && !about;
      return compact<Page<Story>>({
        items: all.slice(start, end).map(teaser),
        next: further || all.length > end ? String(end) : undefined,
        total: further ? undefined : all.length,
      });
    },
  };
}
