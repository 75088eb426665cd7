import { listQuestion, type Question } from '../../content/questions.js';
import type { Page, Story } from '../../model/index.js';

const kinds = ['related', 'latest', 'section', 'author', 'tag', 'ids'] as const;

/** What `from` names: `related`, `latest`, `section:world`, `author:x`, `tag:y` or `ids:1,2`. */
export function parseFrom(from: string): { kind: (typeof kinds)[number]; of: string } {
  const [name = '', of = ''] = from.split(/:(.*)/s);
  const kind = kinds.find((one) => one === name.trim());
  if (!kind || (!of.trim() && kind !== 'related' && kind !== 'latest')) {
    void import('../advice.js').then(({ adviseFrom }) => adviseFrom(from));
    return { kind: 'related', of: '' };
  }
  return { kind, of: of.trim() };
}

/** The question that a list puts, for `limit` stories after `cursor`. */
export function storiesQuestion(
  from: string,
  story: string | undefined,
  limit: number,
  cursor?: string,
): Question<Page<Story>> {
  const { kind, of } = parseFrom(from);
  if (kind !== 'ids') {
    const about = kind === 'related' ? story : of;
    return listQuestion({ from: kind, ...(about && { of: about }), limit, ...(cursor && { cursor }) });
  }
  const ids = of.split(/[\s,]+/).filter(Boolean);
  return {
    key: `ids ${ids.join()}`,
    // Through the batch that cards use: a story that stands elsewhere on the page is not asked for again.
    ask: async (client, signal) => {
      const stories = await Promise.all(ids.map((id) => client.story(id, 'teaser', signal)));
      return { items: stories.filter((one) => one !== undefined) };
    },
  };
}
