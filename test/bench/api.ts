import type { Comment } from '../../src/model/index.js';
import { comments, stories } from './content.js';
import type { Answer, Site } from './site.js';

// The same stories and comments, as each asks for them. `/api/20` has twenty comments.

const json = (value: unknown): Answer => ({ type: 'json', body: JSON.stringify(value) });
const known = stories(200);
const numberIn = (path: string): number => Number(/\/(\d+)\//.exec(path)?.[1] ?? 20);

/** Standfirst's own REST API, as far as readers' pages ask it. */
function rest({ origin, pathname, searchParams: query }: URL): Answer {
  if (pathname.endsWith('/comments')) {
    const items = comments(numberIn(pathname));
    return json({ items, total: items.length });
  }
  const ids = query.get('ids')?.split(',');
  const body =
    query.get('detail') === 'whole' ? `<p>${known[0]?.standfirst ?? ''}</p>`.repeat(20) : undefined;
  const found = ids
    ? known.filter(({ id }) => ids.includes(id))
    : known.filter(({ id }) => id !== query.get('related')).slice(0, Number(query.get('limit') ?? 20));
  const items = found.map((story) => ({
    ...story,
    quotes: [{ text: story.standfirst, by: story.authors?.[0]?.name }],
    picture: { ...story.picture, src: `${origin}/picture.svg` },
    ...(body && { body }),
  }));
  return json({ items, total: ids ? undefined : known.length });
}

const html = ({ text }: Comment): string =>
  (text ?? '')
    .split('\n\n')
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join('');

function waline({ pathname }: URL): Answer {
  if (!pathname.endsWith('/comment')) return json({ errno: 0, data: [] });
  const all = comments(numberIn(pathname)).map((one) => ({
    objectId: one.id,
    nick: one.author,
    comment: html(one),
    orig: one.text,
    time: Date.parse(one.posted),
    status: 'approved',
    link: '',
    avatar: '',
    like: 0,
  }));
  // A thread is a comment with its answers beside each other.
  const data = all
    .filter((_one, index) => index % 10 === 0)
    .map((first, index) => ({
      ...first,
      children: all
        .slice(index * 10 + 1, index * 10 + 10)
        .map((answer) => ({ ...answer, pid: first.objectId, rid: first.objectId })),
    }));
  return json({
    errno: 0,
    errmsg: '',
    data: { page: 1, totalPages: 1, pageSize: data.length, count: all.length, data },
  });
}

function artalk({ pathname }: URL): Answer {
  if (pathname.endsWith('/conf')) return json({ version: { version: '2.9.1' }, frontend_conf: {} });
  if (!pathname.endsWith('/comments')) return json({ data: {} });
  const items = comments(numberIn(pathname)).map((one) => ({
    id: Number(one.id),
    rid: Number(one.parent ?? 0),
    content: one.text,
    content_marked: html(one),
    nick: one.author,
    email_encrypted: '',
    link: '',
    date: one.posted.slice(0, 19).replace('T', ' '),
    ua: '',
    is_verified: false,
    visible: true,
    vote_up: 0,
    vote_down: 0,
    page_key: '/story',
    site_name: 'Courier',
  }));
  const roots = items.filter(({ rid }) => !rid).length;
  const page = {
    id: 1,
    key: '/story',
    title: '',
    url: '',
    admin_only: false,
    vote_up: 0,
    vote_down: 0,
    pv: 1,
  };
  return json({ comments: items, count: items.length, roots_count: roots, page });
}

export function putApis(site: Site): void {
  site.put('/api/', rest);
  site.put('/waline/', waline);
  site.put('/artalk/', artalk);
}
