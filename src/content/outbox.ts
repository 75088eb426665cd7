import { randomKey } from '../kit/keys.js';
import { storyRef } from '../kit/refs.js';
import { safeUrl } from '../kit/urls.js';
import type { NewComment } from '../model/index.js';
import type { ContentApi } from './content-api.js';
import { posted } from './draft-keys.js';
import { change, type Box, type Entry, type No } from './outbox-store.js';
import { mark, wayOf } from './outbox-watch.js';
import {
  isUnanswered,
  longestTry,
  mayArrive,
  postComment,
  type Refused,
  type Taken,
} from './post-comment.js';

export { mayArrive };

/** What became of a comment for now. */
export type Outcome = Taken | No;

const me = randomKey();
/** Longer than a try can take: whoever holds it then has gone, or is frozen. */
const longestLease = longestTry + 5_000;
const firstPause = 2_000;
const longestPause = 300_000;
/** Nothing is kept longer, in milliseconds: names and addresses are not ours to hoard. */
const longestLife = 30 * 86_400_000;

type Listener = (key: string, outcome: Outcome) => void;
const listeners = new Set<Listener>();

/** Hears what became of every comment that this page sends. */
export function hear(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Sends what a reader has just written: it is in the outbox before the first byte leaves.
 * @param unsure an earlier try, of which the outbox knows nothing any more, got no answer
 */
export async function send(
  config: ContentApi,
  place: string,
  key: string,
  comment: NewComment,
  unsure: boolean,
): Promise<Outcome> {
  const way = wayOf(config);
  const { kind, value } = storyRef(comment.story);
  const story = (kind === 'url' && safeUrl(value, document.baseURI)) || value;
  const put = (before: boolean) =>
    change((box) => {
      mark.set(way, true);
      const found = box.get(key);
      box.set(key, {
        key,
        way,
        place,
        // What goes by one key is one comment; but a page's own check may be passed only once.
        comment: comment.challenge || !found ? { ...comment, story } : found.comment,
        made: found?.made ?? Date.now(),
        tries: found?.tries ?? 0,
        unsure: before || !!found?.unsure,
        after: 0,
        due: 0,
        lease: found?.lease,
      });
    });
  await put(unsure);
  for (;;) {
    const outcome = await attempt(config, key);
    if (typeof outcome === 'object') {
      void plan(config, way);
      return outcome;
    }
    // Another tab has it, or has just had an answer: which one, the API tells those who ask again under the key.
    if (outcome === 'gone') await put(true);
    else await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

interface Round {
  readonly begun: number;
  again: boolean;
  done: Promise<void>;
}

const rounds = new Map<string, Round>();

/**
 * Sends what waits for that API, one after the other.
 * @param hurry the reader or the network is back: what waits for a better time need not
 */
export function resume(config: ContentApi, hurry = true): Promise<void> {
  const way = wayOf(config);
  const running = rounds.get(way);
  if (running) {
    // It may have found the network still away. But all elements of a page hear the same event.
    running.again ||= hurry && performance.now() - running.begun > 500;
    return running.done;
  }
  const round: Round = { begun: performance.now(), again: false, done: Promise.resolve() };
  rounds.set(way, round);
  round.done = goRound(config, way, hurry)
    .finally(() => rounds.delete(way))
    .then(() => (round.again ? resume(config) : plan(config, way)));
  return round.done;
}

async function goRound(config: ContentApi, way: string, hurry: boolean): Promise<void> {
  for (const entry of await waiting(way)) {
    if (entry.refused) tell(entry.key, entry.refused);
    else if (dueAt(entry, hurry) <= Date.now()) {
      const outcome = await attempt(config, entry.key);
      // The next one would fare no better.
      if (typeof outcome === 'object' && 'reason' in outcome && mayArrive(outcome)) return;
    }
  }
}

/** What was written in a form and has not arrived. */
export async function writtenAt(place: string): Promise<readonly Entry[]> {
  const { value } = await change((box) => [...box.values()].filter((entry) => entry.place === place));
  // The note may have been lost: storage is cleared piece by piece.
  for (const { way } of value) mark.set(way, true);
  return value;
}

/** The reader has changed it, or has seen the API's no. What is under way may arrive. */
export async function withdraw(key: string): Promise<void> {
  await change((box) => void box.delete(key));
}

const timers = new Map<string, ReturnType<typeof setTimeout>>();

/** Sets the clock for the next try. */
async function plan(config: ContentApi, way: string): Promise<void> {
  const times = (await waiting(way)).filter(({ refused }) => !refused).map((entry) => dueAt(entry, false));
  clearTimeout(timers.get(way));
  if (!times.length) return;
  const pause = Math.max(Math.min(...times) - Date.now(), 500);
  timers.set(
    way,
    setTimeout(() => void resume(config, false), Math.min(pause, longestPause)),
  );
}

/** All that waits for an API, in the order in which it was written. */
async function waiting(way: string): Promise<readonly Entry[]> {
  const { value } = await change((box, whole) => {
    for (const { key, made } of box.values()) if (made < Date.now() - longestLife) box.delete(key);
    if (whole) tidy(box, way);
    return [...box.values()].filter((entry) => entry.way === way).sort((a, b) => a.made - b.made);
  });
  return value;
}

function tidy(box: Box, way: string): void {
  // Inside the change: another tab's entry, with its mark, comes before or after.
  if (![...box.values()].some((entry) => entry.way === way)) mark.set(way, false);
}

/** Until when another page has it; a lease that is longer than any was given before the clock was set back. */
function heldUntil({ lease }: Entry): number {
  const held = lease && lease.owner !== me && lease.until <= Date.now() + longestLease;
  return held ? lease.until : 0;
}

const dueAt = (entry: Entry, hurry: boolean): number =>
  Math.max(heldUntil(entry), entry.after, hurry ? 0 : entry.due);

const underWay = new Map<string, Promise<Outcome | 'gone' | 'held'>>();

/** One try, in one tab; whoever wants it too waits for the same. */
function attempt(config: ContentApi, key: string): Promise<Outcome | 'gone' | 'held'> {
  let one = underWay.get(key);
  if (!one) underWay.set(key, (one = tryOnce(config, key).finally(() => underWay.delete(key))));
  return one;
}

async function tryOnce(config: ContentApi, key: string): Promise<Outcome | 'gone' | 'held'> {
  const { value: entry } = await change((box) => {
    const found = box.get(key);
    if (!found) return 'gone';
    if (heldUntil(found) > Date.now()) return 'held';
    const lease = { owner: me, until: Date.now() + longestLease };
    box.set(key, { ...found, unsure: true, tries: found.tries + 1, lease });
    return found;
  });
  if (typeof entry === 'string') return entry;
  const outcome = await settle(entry, await postComment(config, entry.comment, key, entry.unsure));
  tell(key, outcome);
  return outcome;
}

/** Writes down what the API said. */
async function settle(entry: Entry, answer: Taken | Refused): Promise<Outcome> {
  const { key, way, place, unsure } = entry;
  if (!('reason' in answer)) {
    await change((box, whole) => {
      box.delete(key);
      if (whole) tidy(box, way);
    });
    posted(place, key);
    return answer;
  }
  const again = mayArrive(answer);
  const no: No = { ...answer, sure: !unsure };
  const { kept } = await change((box) => {
    const found = box.get(key);
    // Withdrawn meanwhile; or this page was frozen, and another sends it.
    if (found?.lease?.owner !== me) return;
    const pause = Math.min(firstPause * 2 ** (found.tries - 1), longestPause);
    box.set(key, {
      ...found,
      lease: undefined,
      // An answer to this try says nothing about an earlier one that got none.
      unsure: unsure || isUnanswered(answer.reason),
      after: Date.now() + (answer.wait ?? 0),
      // Jitter: a thousand readers must not come back in step.
      due: Date.now() + pause * (0.5 + Math.random() / 2),
      refused: again ? undefined : no,
    });
  });
  return again ? { ...answer, kept: kept && mark.is(way) } : no;
}

function tell(key: string, outcome: Outcome): void {
  for (const listener of listeners) listener(key, outcome);
}
