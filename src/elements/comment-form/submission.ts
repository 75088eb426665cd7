import type { CommentFields } from '../../content/draft.js';
import { compact } from '../../kit/compact.js';
import { sendingWords } from '../../kit/words/en.js';
import type { NewComment } from '../../model/index.js';
import { NewsCommentSubmitEvent } from '../events.js';
import type { PanelHost } from './panel-host.js';

/** The page may hold a comment back, at once or after a check of its own: then this is what the reader is told. */
export async function heldBack(host: PanelHost, story: string): Promise<string> {
  const event = new NewsCommentSubmitEvent(story);
  const why = host.speak(sendingWords)('heldBack');
  if (!host.dispatchEvent(event)) return why;
  return Promise.all(event.waits).then(
    () => '',
    () => why,
  );
}

/** A comment as it is sent. */
export function submission(
  host: PanelHost,
  { name, email, text, website }: CommentFields,
  rest: { story: string; parent: string | undefined; shownAt: number | undefined },
): NewComment {
  const { story, parent, shownAt } = rest;
  const trap = host.renderRoot.querySelector<HTMLInputElement>('#homepage2')?.value;
  return compact<NewComment>({
    story,
    parent,
    name,
    email,
    text,
    website: website || undefined,
    trap: trap || undefined,
    seconds: shownAt === undefined ? undefined : Math.round((performance.now() - shownAt) / 1_000),
    challenge: challengeIn(host),
  });
}

const challenges = '[slot="challenge"][name], [slot="challenge"] [name]';

/** What the publisher's own check has put into its fields, by their names. */
function challengeIn(host: Element): Record<string, string> | undefined {
  const fields = [...host.querySelectorAll<HTMLInputElement>(challenges)].filter(
    ({ value, type, checked, disabled }) =>
      typeof value === 'string' && !disabled && (checked || !/^(checkbox|radio)$/.test(type)),
  );
  return fields.length ? Object.fromEntries(fields.map(({ name, value }) => [name, value])) : undefined;
}
