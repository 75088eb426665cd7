import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { be, Reader, textOf } from './reader.js';
import { titles } from './seed.js';
import { must, own, Place, seeds, site, type Post, type Trait } from './site.js';

// What is left of the snippet once somebody has saved it in a post, and what our plugin changes about that.

const text = (path: string): string => readFileSync(fileURLToPath(new URL(path, import.meta.url)), 'utf8');

test('the plugin that the docs show is the one that is tried here', () => {
  assert.ok(text('../../docs/wordpress.md').includes(text('php/standfirst.php')));
});

const reader = Reader.forSuite();

interface Writer {
  readonly id: number;
  readonly slug: string;
  readonly password: string;
}

const writers = (): Readonly<Record<'administrator' | 'editor' | 'author', Writer>> => ({
  administrator: { id: 1, slug: site.user ?? '', password: site.password ?? '' },
  ...seeds.authors,
});

const element = (inside = '<a href="/x">More</a>', more = ''): string =>
  `<news-related-stories story="${seeds.stories.ferry?.id}" layout="list"${more}>${inside}</news-related-stories>`;
const snippet = (): string =>
  `<script type="module" src="${reader.script}" data-api="${new Place('bare').api}"></script>${element()}`;
/** As the block editor keeps what is written into its block "Custom HTML". */
const inBlock = (html: string): string => `<!-- wp:html -->\n${html}\n<!-- /wp:html -->`;

/** The ways by which a post is saved. Both go by the rights of whoever saves. */
const ways = {
  /** The block editor's. */
  async REST(place: Place, { slug, password }: Writer, content: string): Promise<number> {
    const page = await reader.visit(`${place.home}/wp-json/`);
    return page.evaluate(
      async ([authorization, post]) => {
        const headers = { Authorization: authorization, 'Content-Type': 'application/json' };
        const answer = await fetch('/wp-json/wp/v2/posts', { method: 'POST', headers, body: post });
        return ((await answer.json()) as { id: number }).id;
      },
      [
        `Basic ${btoa(`${slug}:${password}`)}`,
        JSON.stringify({
          title: 'From the block editor',
          content,
          status: 'publish',
          date: '2001-02-03T04:05:06',
        }),
      ] as const,
    );
  },
  // eslint-disable-next-line @typescript-eslint/require-await -- like the other
  async 'the classic editor'(place: Place, { id }: Writer, content: string): Promise<number> {
    const script = fileURLToPath(new URL('php/save-as.php', import.meta.url));
    return Number(
      execFileSync('php', [script, String(id)], {
        cwd: `${site.folder}/site`,
        input: content,
        env: { ...process.env, HTTP_HOST: new URL(place.home).host },
      }),
    );
  },
};

interface Kept {
  readonly post: Post;
  readonly raw: string;
  readonly rendered: string;
}

/** What WordPress has kept of a post, and what it shows of it. */
async function kept(id: number): Promise<Kept> {
  const post = await must<Post & { content: Kept }>('GET', `/wp/v2/posts/${id}?context=edit`);
  return { post, raw: post.content.raw, rendered: post.content.rendered.trim() };
}

for (const [way, save] of Object.entries(ways)) {
  const saved = async (
    role: keyof ReturnType<typeof writers>,
    content: string,
    ...traits: Trait[]
  ): Promise<Kept> => kept(await save(new Place(...traits), writers()[role], content));

  suite(`saved by ${way}, without our plugin`, () => {
    for (const role of ['administrator', 'editor'] as const)
      test(...own(`all of it is kept for an ${role}, and works`), async () => {
        const { post, raw, rendered } = await saved(role, inBlock(snippet()), 'bare');
        assert.equal(raw, inBlock(snippet()));
        assert.equal(rendered, snippet());
        const page = await reader.visit(new Place('bare').link(post));
        const list = await be(page.locator('news-related-stories'), 'ready');
        assert.match(await textOf(list), new RegExp(titles.harbour));
      });

    test(...own('of an author’s snippet the fallback is left'), async () => {
      const { raw, rendered } = await saved('author', inBlock(snippet()), 'bare');
      assert.equal(raw, inBlock('<a href="/x">More</a>'));
      assert.equal(rendered, '<a href="/x">More</a>');
    });

    test(...own('where nobody may write any HTML, an administrator is no better off'), async () => {
      const { raw } = await saved('administrator', inBlock(snippet()), 'bare', 'strict');
      assert.equal(raw, inBlock('<a href="/x">More</a>'));
    });
  });

  suite(`saved by ${way}, with our plugin`, () => {
    for (const [role, ...traits] of [['author'], ['administrator', 'strict']] as const)
      test(...own(`the elements of an ${role} are kept, and work; the script is the plugin’s`), async () => {
        const { post, raw, rendered } = await saved(role, inBlock(snippet()), ...traits);
        assert.equal(raw, inBlock(element()));
        assert.equal(rendered, element());
        const page = await reader.visit(new Place().link(post));
        const list = await be(page.locator('news-related-stories'), 'ready');
        assert.match(await textOf(list), new RegExp(titles.harbour));
      });

    test(...own('whom the elements ask, and where comments go, is not an author’s to say'), async () => {
      const form =
        '<news-comment-form story="1" api="https://evil.example/wp-json" action="https://evil.example" onclick="x()">';
      const { raw } = await saved('author', `${form}</news-comment-form>`);
      assert.equal(raw, '<news-comment-form story="1"></news-comment-form>');
    });

    test(...own('what stands in a slot stays there'), async () => {
      const content = inBlock(element('<h2 slot="heading">Read on</h2>\n\n<a href="/x">More</a>'));
      assert.equal((await saved('author', content)).raw, content);
    });
  });
}

suite('what WordPress does to a post that is shown', () => {
  const shown = async (content: string): Promise<string> => {
    const { post } = await kept(await ways.REST(new Place('bare'), writers().editor, content));
    const page = await reader.visit(new Place('bare').link(post));
    return page.locator('news-related-stories').innerHTML();
  };
  const two = '<a href="/x">More</a>\n\n<a href="/y">And more</a>';

  test(...own('in a block of HTML it leaves an element as it is'), async () => {
    assert.equal(await shown(inBlock(element(two))), two);
  });

  test(...own('outside of one, an empty line in an element tears it in two'), async () => {
    assert.equal(await shown(element(two)), '<a href="/x">More</a>');
    assert.equal(await shown(element(two.replace('\n\n', ' '))), two.replace('\n\n', ' '));
  });

  test(...own('attributes mean what they meant'), async () => {
    const more = ` label="Readers' &quot;picks&quot; -- 5x5..." link-params="a=1&amp;b=2"`;
    const { post } = await kept(await ways.REST(new Place('bare'), writers().editor, element('', more)));
    const page = await reader.visit(new Place('bare').link(post));
    const list = page.locator('news-related-stories');
    assert.equal(await list.getAttribute('label'), `Readers' "picks" -- 5x5...`);
    assert.equal(await list.getAttribute('link-params'), 'a=1&b=2');
  });
});

suite('the plugin', () => {
  interface Manifest {
    modules: {
      declarations?: {
        tagName?: string;
        attributes?: { name?: string; fieldName?: string }[];
        members?: { name: string }[];
      }[];
    }[];
  }

  test('knows all elements and attributes, but for those that are the site’s to set', () => {
    const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
    const lists = read('php/standfirst.php').match(/'[a-z-]+(\s+[a-z-]+)+'|'[a-z-]+'/g) ?? [];
    const known = new Set(lists.join(' ').match(/[a-z-]+/g));
    const { modules } = JSON.parse(read('../../custom-elements.json')) as Manifest;
    const declared = modules
      .flatMap(({ declarations = [] }) => declarations)
      .filter(({ tagName }) => tagName);
    const names = declared.flatMap(({ tagName = '', attributes = [], members = [] }) => [
      tagName.replace('news-', ''),
      ...attributes
        .filter(({ fieldName }) => members.some(({ name }) => name === fieldName))
        .map(({ name = '' }) => name),
    ]);
    const missing = [...new Set(names)].filter((name) => !known.has(name)).sort();
    const ofTheSite = [
      'action',
      'allow-embeds',
      'api',
      'api-key',
      'credentials',
      'debug',
      'privacy-url',
      'provider',
    ];
    assert.deepEqual(missing, [...ofTheSite, 'report-url', 'source']);
  });
});
