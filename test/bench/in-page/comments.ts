// Comments that show the same: who, when, what, and a way to answer.
import { comments } from '../content.js';
import { floor } from './floor.js';
import type { Contestant } from './measure.js';

export { floor };

/** Waits until so many of these are below a node. */
const there = (count: number, selector: string, below: ParentNode & Node): Promise<void> =>
  new Promise((resolve) => {
    const look = (): void => {
      if (below.querySelectorAll(selector).length < count) return;
      watch.disconnect();
      resolve();
    };
    const watch = new MutationObserver(look);
    watch.observe(below, { childList: true, subtree: true });
    look();
  });

/** Ours, with comments that it is given. */
export const given: Contestant = (count) => {
  const data = comments(count);
  return (place) => {
    place.append(Object.assign(document.createElement('news-comments'), { data }));
  };
};

/** Ours, from an API. */
export const asked: Contestant = (count) => async (place) => {
  const element = document.createElement('news-comments');
  const api = `${location.origin}/api/${count}`;
  Object.assign(element, { api, source: 'rest', story: '1000', loading: 'eager', limit: 100 });
  place.append(element);
  await there(count, '.comment', element.shadowRoot as ShadowRoot);
};

/** What the page has imported. */
interface Peer {
  init(options: object): unknown;
}

/** Waline asks its own API. */
export const waline: Contestant = (count) => async (place) => {
  const { init } = globalThis as unknown as Peer;
  const serverURL = `${location.origin}/waline/${count}`;
  const off = { emoji: false, search: false, imageUploader: false, pageview: false, comment: false };
  init({ el: place, serverURL, path: '/story', lang: 'en-US', pageSize: count, ...off });
  await there(count, '.wl-card-item', place);
};

/** So does Artalk. */
export const artalk: Contestant = (count) => async (place) => {
  const { init } = globalThis as unknown as Peer;
  const el = place.appendChild(document.createElement('div'));
  const server = `${location.origin}/artalk/${count}`;
  const off = { emoticons: false, useBackendConf: false, versionCheck: false };
  const gravatar = { mirror: `${location.origin}/avatar/` };
  const pagination = { pageSize: count };
  init({ el, server, pageKey: '/story', site: 'Courier', locale: 'en', pagination, gravatar, ...off });
  await there(count, '.atk-comment-wrap', el);
};
