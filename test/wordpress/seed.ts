import { crc32, deflateSync } from 'node:zlib';
import { must, type Named, type Person, type Post, type Seeds } from './site.js';

// What the tests read, published over WordPress' own REST API: so a site that is not ours can be given the same.

/** A word that no other post has. */
export const rareWord = 'Quillmarsh';

export const titles = {
  // Quotation marks and dashes are made typographic, and all becomes entities.
  ferry: 'Night ferry "back for good" & what it will cost',
  harbour: `${rareWord} council votes on the harbour wall`,
  lock: 'A new lock keeper after forty years',
  fares: 'Ferry fares rise for the second time',
  dredging: 'Dredging of the channel begins',
  library: 'بندرگاہ کی لائبریری رات کو بھی کھلی رہے گی',
  locked: 'Minutes of the closed session',
  quiet: 'Nobody has said anything about the pier',
  closed: 'The debate on the old crane is over',
  talk: 'Should the market move to the quay?',
  crowd: 'Readers on the bridge toll',
} as const;

export const standfirsts = {
  ferry: 'After two winters without it, the night ferry sails again – five nights a week.',
  library: 'شہر کے کتب خانے کے اوقات بڑھا دیے گئے ہیں۔',
} as const;

export const body = `<p>The ferry left the quay at ten to midnight with ninety people on board.</p>
<h2>Who pays for it</h2>
<p>The council pays a third, the line the rest.</p>
<blockquote><p>We never stopped believing in it.</p><cite>Ines Holm</cite></blockquote>
<script>document.documentElement.dataset.ran = 'script';</script>
<p><img src="data:," onerror="document.documentElement.dataset.ran = 'image'" alt=""></p>
<p>The first ticket was sold to a schoolteacher.</p>`;

/** How many comments the crowd wrote: more than WordPress gives in one answer. */
export const crowd = 105;

/** Removes what was published, the last first. */
export type Unseed = () => Promise<void>;

export async function seed(): Promise<{ seeds: Seeds; unseed: Unseed }> {
  // Names of a site's own must not stand in the way, nor those of a run that was cut off.
  const mark = Date.now().toString(36);
  const made: string[] = [];
  const make = async <T extends { id: number }>(route: string, what: object): Promise<T> => {
    const one = await must<T>('POST', route, what);
    made.push(`${route}/${one.id}?force=true${route === '/wp/v2/users' ? '&reassign=false' : ''}`);
    return one;
  };
  const unseed = async (): Promise<void> => {
    for (const route of made.reverse()) await must('DELETE', route).catch(console.error);
  };

  const term = (kind: string, name: string): Promise<Named> =>
    make<Named>(`/wp/v2/${kind}`, { name, slug: `${name.toLowerCase()}-${mark}` });
  const person = async (role: string, name: string, description = ''): Promise<Person> => {
    const username = `${role}-${mark}`;
    const email = `${username}@example.org`;
    const login = crypto.randomUUID();
    const user = await make<Named>('/wp/v2/users', {
      username,
      name,
      email,
      description,
      slug: username,
      roles: [role],
      password: login,
    });
    const route = `/wp/v2/users/${user.id}/application-passwords`;
    const { password } = await must<{ password: string }>('POST', route, { name: 'tests' });
    return { id: user.id, slug: user.slug, name, login, password };
  };

  const [harbour, world, ferries, tolls, editor, author, picture] = await Promise.all([
    term('categories', 'Harbour'),
    term('categories', 'World'),
    term('tags', 'Ferries'),
    term('tags', 'Tolls'),
    person('editor', 'Ines Holm', 'Writes about the sea & those who live by it.'),
    person('author', 'Bilal Raza'),
    make<{ id: number }>('/wp/v2/media', stripes(1200, 800)),
  ]);
  await must('POST', `/wp/v2/media/${picture.id}`, {
    alt_text: 'A ferry at the quay',
    caption: 'The ferry on its first night. Photo: Ines Holm',
  });

  let day = 28;
  const post = (key: keyof typeof titles, more: object = {}): Promise<Post> =>
    make<Post>('/wp/v2/posts', {
      title: titles[key],
      content: '<p>The pilots of the outer harbour saw it first.</p>',
      status: 'publish',
      author: editor.id,
      categories: [world.id],
      // Each a day older than the one before.
      date: `2024-05-${String(day--).padStart(2, '0')}T08:30:00`,
      ...more,
    });
  const inHarbour = { categories: [harbour.id], tags: [ferries.id] };
  const stories = {
    ferry: post('ferry', {
      ...inHarbour,
      content: body,
      excerpt: standfirsts.ferry,
      featured_media: picture.id,
    }),
    harbour: post('harbour', { ...inHarbour, author: author.id, featured_media: picture.id }),
    // Between those that go together, so that these are not just the latest.
    library: post('library', { author: author.id, excerpt: standfirsts.library }),
    // Without an excerpt WordPress cuts one from the text.
    lock: post('lock', {
      ...inHarbour,
      content: `<p>${'The lock has kept its keeper busy. '.repeat(20)}</p>`,
    }),
    fares: post('fares', inHarbour),
    quiet: post('quiet'),
    dredging: post('dredging', inHarbour),
    locked: post('locked', { password: 'open sesame', content: '<p>Nobody may read this.</p>' }),
    closed: post('closed', { comment_status: 'closed' }),
    talk: post('talk'),
    crowd: post('crowd', { tags: [tolls.id] }),
  };
  const published = Object.fromEntries(
    await Promise.all(Object.entries(stories).map(async ([key, one]) => [key, await one] as const)),
  );

  await discuss(published.talk as Post, published.crowd as Post);
  const seeds = {
    sections: { harbour, world },
    tags: { ferries, tolls },
    authors: { editor, author },
    stories: published,
  };
  return { seeds, unseed };
}

/** Three threads with answers on one post, and more comments than fit into an answer on another. */
async function discuss(talk: Post, many: Post): Promise<void> {
  let minute = 0;
  const say = async (post: Post, words: string, parent = 0, status = 'approved'): Promise<number> => {
    const date = new Date(Date.UTC(2024, 4, 20, 9, minute++)).toISOString().slice(0, 19);
    const { id } = await must<{ id: number }>('POST', '/wp/v2/comments', {
      post: post.id,
      parent,
      content: words,
      author_name: 'Maren Voss',
      author_email: 'maren@example.org',
      date,
      status,
    });
    return id;
  };
  const first = await say(talk, 'The quay is too windy for a market.');
  const answer = await say(talk, 'Not in summer, and it doesn’t rain more there.', first);
  await say(talk, 'It does in May.', answer);
  await say(talk, 'Where would the buses stop?');
  await say(talk, 'Leave it where it is.\n\nPeople find it there.');
  await say(talk, 'Buy my watches!', 0, 'hold');
  // In turns, for the server answers four at a time.
  const lines = Array.from({ length: crowd }, (_, index) => `Toll, number ${index + 1}`);
  while (lines.length) await Promise.all(lines.splice(0, 4).map((line) => say(many, line)));
}

/** A picture: a PNG in two colours. */
function stripes(width: number, height: number): Blob {
  const chunk = (name: string, data: Buffer): Buffer => {
    const content = Buffer.concat([Buffer.from(name, 'latin1'), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(content));
    return Buffer.concat([length, content, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits for each of three colours.
  header.set([8, 2], 8);
  const rows = Array.from({ length: height }, (_, y) =>
    Buffer.concat([Buffer.of(0), Buffer.alloc(width * 3, y % 100 < 50 ? 0x2f : 0xc8)]),
  );
  const png = [
    Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ];
  return new Blob([Buffer.concat(png)], { type: 'image/png' });
}
