import { expect } from '@open-wc/testing';
import {
  NewsCommentFailedEvent,
  NewsCommentOpenEvent,
  NewsCommentPostedEvent,
  NewsCommentSubmitEvent,
  NewsErrorEvent,
  NewsFollowClickEvent,
  NewsImpressionEvent,
  NewsLoadEvent,
  NewsNavigateEvent,
  NewsSearchQueryEvent,
  NewsShareDoneEvent,
} from '../../src/elements/events.js';
import { Problem } from '../../src/kit/problem.js';

// The recipes of docs/analytics.md, run as a publisher would paste them: in a shadow root stands an element that fires
// each event, and the analytics' own function notes what it is told.

const url = 'https://news.example/ferry';
const events: readonly Event[] = [
  new NewsLoadEvent(3),
  new NewsErrorEvent(new Problem('cors', 'Not allowed')),
  new NewsImpressionEvent(),
  new NewsNavigateEvent('71', url, 2),
  new NewsSearchQueryEvent(5, 7),
  new NewsShareDoneEvent('copy', url),
  new NewsFollowClickEvent('mastodon', 'https://mastodon.example/@courier', 1),
  new NewsCommentOpenEvent('71', ''),
  new NewsCommentSubmitEvent('71'),
  new NewsCommentPostedEvent('71', '12', 'held'),
  new NewsCommentFailedEvent('71', 'offline'),
];

const docs = await (await fetch('/docs/analytics.md')).text();
const recipe = (name: string): string =>
  new RegExp(`^\`\`\`js ${name}$([^]*?)^\`\`\`$`, 'm').exec(docs)?.[1] ?? '';

function toldBy(name: string): string[] {
  const told: unknown[][] = [];
  const note = (...values: unknown[]): unknown => told.push(values);
  Reflect.set(window, '_paq', { push: (values: unknown[]) => note(...values) });
  const listening: [string, EventListener][] = [];
  const page = {
    title: 'The ferry',
    addEventListener: (type: string, listener: EventListener, capture: boolean) => {
      document.addEventListener(type, listener, capture);
      listening.push([type, listener]);
    },
  };
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the recipe is what is tested
  new Function('document', 'location', 'gtag', 'plausible', recipe(name))(page, { href: url }, note, note);
  const host = document.body.appendChild(document.createElement('div'));
  const element = host.attachShadow({ mode: 'open' }).appendChild(document.createElement('news-test'));
  for (const event of events) element.dispatchEvent(event);
  host.remove();
  for (const [type, listener] of listening) document.removeEventListener(type, listener, true);
  return told.map((values) => JSON.stringify(values));
}

describe('docs/analytics.md', () => {
  it('lists every event with what it carries', () => {
    for (const event of events) {
      const row = docs.split('\n').find((line) => line.startsWith(`| \`${event.type}\` |`)) ?? '';
      const own = Object.keys(event).filter((name) => name !== 'waits' && name !== 'isTrusted');
      for (const name of own) expect(row, event.type).to.contain(`\`${name}\``);
      expect(row.trim().endsWith(event.bubbles ? '| yes |' : '| no |'), event.type).to.equal(true);
    }
  });

  it('Google Analytics is told', () => {
    expect(toldBy('ga4')).to.deep.equal([
      '["event","exception",{"description":"NEWS-CORS div","fatal":false}]',
      '["event","view_promotion",{"creative_name":"div"}]',
      '["event","select_content",{"content_type":"div","content_id":"71","index":2}]',
      '["event","news_search",{"length":5,"results":7}]',
      `["event","share",{"method":"copy","content_type":"story","item_id":"${url}"}]`,
      '["event","news_follow",{"network":"mastodon"}]',
      '["event","news_comment_open",{"item_id":"71"}]',
      '["event","news_comment_posted",{"item_id":"71","status":"held"}]',
      '["event","news_comment_failed",{"item_id":"71","reason":"offline"}]',
    ]);
  });

  it('Matomo is told', () => {
    expect(toldBy('matomo')).to.deep.equal([
      '["trackEvent","Error","NEWS-CORS","div"]',
      `["trackContentImpression","div","The ferry","${url}"]`,
      '["trackEvent","Story","div","71",2]',
      '["trackSiteSearch","5 letters",false,7]',
      `["trackEvent","Share","copy","${url}"]`,
      '["trackEvent","Follow","mastodon","https://mastodon.example/@courier"]',
      '["trackEvent","Comment","open","71"]',
      '["trackEvent","Comment","held","71"]',
      '["trackEvent","Comment","failed: offline","71"]',
    ]);
  });

  it('Plausible is told', () => {
    expect(toldBy('plausible')).to.deep.equal([
      '["Element failed",{"props":{"element":"div","code":"NEWS-CORS"}}]',
      '["Element seen",{"props":{"element":"div"}}]',
      '["Story followed",{"props":{"element":"div","story":"71","position":2}}]',
      '["Search",{"props":{"results":7}}]',
      '["Share",{"props":{"method":"copy"}}]',
      '["Follow",{"props":{"network":"mastodon"}}]',
      '["Comment opened",{"props":{"story":"71"}}]',
      '["Comment posted",{"props":{"story":"71","status":"held"}}]',
      '["Comment failed",{"props":{"story":"71","reason":"offline"}}]',
    ]);
  });
});
