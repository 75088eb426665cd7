import { expect, fixture, oneEvent } from '@open-wc/testing';
import '../../src/elements/byline/define.js';
import '../../src/elements/comment-count/define.js';
import '../../src/elements/comments/define.js';
import '../../src/elements/related-stories/define.js';
import { faulty, type Answer } from '../tools/faulty-client.js';
import { emptyOutbox } from '../content/outbox-support.js';
import { button, field, notice, sent, type } from '../elements/support/comment-form.js';
import { warnings } from '../elements/support/console.js';
import { inHead } from '../elements/support/pretend.js';
import { all, one, reaches, seen } from '../elements/support/seen.js';
import { apiKey, listed, postsOf, recorded, refused, type Json } from './ghost-records.js';
import { waitUntil } from '../tools/wait.js';

// Elements on pages of a Ghost site, and elsewhere.

const BRIDGE = '6b043e795da2a64f1042bc11';
const bridge = 'harbour-bridge-opens-after-nine-years';
const off = refused(405, 'MethodNotAllowedError', 'Comments are not enabled for this site.');

/** A site that answers each question with what is recorded of it; `first` are asked before. */
async function ghost(origin: string, post: Json = {}, first: readonly Answer[] = []) {
  const key = faulty.key();
  const [own] = await postsOf('023');
  const rules: [when: string, answer: Answer][] = [
    ["posts/.*filter=(id|slug):\\['", listed('posts', [{ ...own, ...post }])],
    ['posts/.*filter=', await recorded('003')],
    ['comments/counts/', await recorded('067')],
    ['comments/post/', await recorded('057')],
    ['member/', await recorded('085')],
  ];
  await faulty.script(key, [...first, ...rules.map(([when, answer]) => ({ ...answer, when }))]);
  return {
    site: `${origin}/s/${key}`,
    log: () => faulty.log(key),
    attributes: `api="${origin}/s/${key}/ghost/api/content/" api-key="${apiKey}"`,
    asked: async () =>
      (await faulty.log(key)).map(({ method, path }) => `${method} ${decodeURIComponent(path)}`),
  };
}

describe('a page of a Ghost site', () => {
  beforeEach(emptyOutbox);

  it('shows stories, the author and comments by elements without attributes', async () => {
    const { site, asked } = await ghost(location.origin);
    // As Ghost writes them, but for the addresses that its scripts come from.
    const script = 'defer crossorigin="anonymous" src="data:text/javascript,"';
    inHead(`<link rel="canonical" href="${site}/${bridge}/">`);
    inHead(`<link rel="alternate" type="application/rss+xml" title="The Daily Ghost" href="${site}/rss/">`);
    inHead(
      `<script ${script} data-i18n="true" data-ghost="${site}/" data-key="${apiKey}" data-api="${site}/ghost/api/content/" data-locale="en"></script>`,
    );
    inHead(`<script ${script} data-key="${apiKey}" data-sodo-search="${site}/" data-locale="en"></script>`);
    const page = await fixture(`<main>
      <news-byline></news-byline>
      <news-related-stories></news-related-stories>
      <news-comments></news-comments>
    </main>`);
    const [byline, related, talk] = [...page.children] as [HTMLElement, HTMLElement, HTMLElement];
    talk.scrollIntoView();
    for (const element of [byline, related, talk]) await reaches(element, 'ready');
    expect(seen(byline)).to.contain('By Olga Owner');
    expect(seen(related))
      .to.contain('United lose 3–2 (part 3)')
      .and.to.contain('Fish & chips: <em>the</em> 5 < 7 question 🐟 (part 3)');
    expect(seen(talk)).to.contain('8 comments').and.to.contain('I drove over it this morning.');
    await waitUntil(() => seen(talk).includes('Click to comment'), 'the form is offered');
    expect(warnings).to.deep.equal([]);
    const questions = await asked();
    for (const question of questions.filter((one) => one.includes('/posts/')))
      expect(question).to.contain(`key=${apiKey}`);
    await expect(page).to.be.accessible();
  });

  it('leads a reader who is not signed in to the sign-in, and keeps what was written', async () => {
    const { site, attributes } = await ghost(location.origin, {}, [
      { ...(await recorded('086')), when: 'member/' },
    ]);
    const place = async (): Promise<HTMLElementTagNameMap['news-comment-form']> => {
      const form = await fixture<HTMLElementTagNameMap['news-comment-form']>(
        `<news-comment-form ${attributes} story="${site}/${bridge}/"></news-comment-form>`,
      );
      await reaches(form, 'ready');
      return form;
    };
    const form = await place();
    const letter = { text: 'I was there.', name: 'Ola', email: 'ola@example.org' };
    type(form, letter);
    expect(await sent(form)).to.include({ type: 'news-comment-failed', reason: 'sign-in' });
    expect(seen(notice(form))).to.equal('Sign in to comment.');
    const [link] = all<HTMLAnchorElement>(form, '[part=sign-in]');
    expect(link?.href).to.equal(`http://127.0.0.1:8641/${bridge}/#/portal/signin`);
    expect(field(form, 'text').value).to.equal(letter.text);
    await expect(form).to.be.accessible();
    form.remove();
    const again = await place();
    expect(field(again, 'text').value).to.equal(letter.text);
    expect(seen(button(again))).to.match(/Post comment|Try again/);
  });

  it('says in the site’s words that only paying members comment', async () => {
    const { site, attributes } = await ghost(location.origin, {}, [
      {
        ...refused(403, 'NoPermissionError', 'You do not have permission to comment on this post.'),
        when: 'POST ',
      },
    ]);
    const form = await fixture<HTMLElementTagNameMap['news-comment-form']>(
      `<news-comment-form ${attributes} story="${site}/${bridge}/"></news-comment-form>`,
    );
    await reaches(form, 'ready');
    type(form, { text: 'May I?', name: 'Ola', email: 'ola@example.org' });
    expect(await sent(form)).to.include({ reason: 'refused' });
    expect(seen(notice(form))).to.equal(
      'The comment was not accepted: You do not have permission to comment on this post.',
    );
    expect(field(form, 'text').value).to.equal('May I?');
  });
});

describe('a page of a Ghost site that is administered on a domain of its own', () => {
  beforeEach(emptyOutbox);

  it('reads and takes comments on the page’s own domain, where members are signed in', async () => {
    const site = await ghost(location.origin, {}, [{ ...(await recorded('071')), when: 'POST ' }]);
    // Nothing else is there than the Content API.
    const admin = await ghost(faulty.origin, { url: `${location.origin}/${bridge}/` }, [
      { status: 404, when: 'members/' },
    ]);
    document.cookie = 'ghost-members-ssr=here; path=/';
    inHead(
      `<script src="data:text/javascript," data-ghost="${site.site}/" data-key="${apiKey}" data-api="${admin.site}/ghost/api/content/"></script>`,
    );
    inHead(`<link rel="canonical" href="${site.site}/${bridge}/">`);
    const talk = await fixture<HTMLElement>(
      `<news-comments ${admin.attributes} loading="eager" open></news-comments>`,
    );
    await reaches(talk, 'ready');
    expect(seen(talk)).to.contain('8 comments');
    await waitUntil(() => all(talk, 'form').length, 'the form is there');
    type(talk, { text: 'I was there.', name: 'Ola', email: 'ola@example.org' });
    const outcome = oneEvent(talk, 'news-comment-posted');
    button(talk).click();
    await outcome;
    expect((await admin.asked()).filter((one) => one.includes('/members/'))).to.deep.equal([]);
    const posted = (await site.log()).find(({ method }) => method === 'POST');
    expect(posted?.headers.cookie).to.contain('ghost-members-ssr=here');
  });
});

describe('a page elsewhere, about a Ghost site', () => {
  it('is about none of the site’s stories, though one of them be called as the page is', async () => {
    const { attributes, asked } = await ghost(faulty.origin, {}, [
      { ...(await recorded('003')), when: 'posts/[?]key=\\w+&limit' },
    ]);
    inHead(`<link rel="canonical" href="https://partner.example/${bridge}/">`);
    const related = await fixture(
      `<news-related-stories ${attributes} loading="eager"></news-related-stories>`,
    );
    await reaches(related, 'ready');
    expect((await asked()).filter((one) => one.includes('tag:'))).to.deep.equal([]);
    const byline = await fixture(`<news-byline ${attributes}></news-byline>`);
    await reaches(byline, 'empty');
  });

  beforeEach(emptyOutbox);
  const elsewhere = async (tag: string, post: Json = {}, first: readonly Answer[] = []) => {
    const { attributes } = await ghost(faulty.origin, post, first);
    const element = await fixture(`<${tag} ${attributes} story="${BRIDGE}" loading="eager"></${tag}>`);
    return element as HTMLElement;
  };
  const signInUrl = `http://127.0.0.1:8641/${bridge}/#/portal/signin`;

  it('has a link to the sign-in in place of the form', async () => {
    const form = await elsewhere('news-comment-form');
    await reaches(form, 'ready');
    expect(seen(form)).to.equal('Sign in to comment.');
    expect(one<HTMLAnchorElement>(form, '[part=sign-in]').href).to.equal(signInUrl);
    expect(all(form, 'form, input, textarea')).to.have.length(0);
    await expect(form).to.be.accessible();
  });

  it('has it over the discussion, whose comments cannot be answered', async () => {
    const talk = await elsewhere('news-comments');
    await reaches(talk, 'ready');
    one(talk, 'button[name=open]').click();
    await waitUntil(() => all(talk, '[part=sign-in]').length, 'the link');
    expect(one<HTMLAnchorElement>(talk, '[part=sign-in]').href).to.equal(signInUrl);
    expect(seen(talk)).to.contain('8 comments').and.to.contain('Reply, depth 2');
    expect(all(talk, 'button[name=open], button[name=reply]')).to.have.length(0);
    await expect(talk).to.be.accessible();
  });

  it('says that comments are closed where the site has turned them off', async () => {
    const closed = { comments: false };
    const form = await elsewhere('news-comment-form', closed);
    await reaches(form, 'ready');
    expect(seen(form)).to.equal('Comments are closed.');
    const talk = await elsewhere('news-comments', closed, [{ ...off, when: 'comments/post' }]);
    await reaches(talk, 'empty');
    one(talk, 'button[name=open]').click();
    await waitUntil(() => seen(talk).includes('Comments are closed.'), 'the sentence');
    expect(all(talk, '[part=sign-in], button[name=open]')).to.have.length(0);
  });

  it('leads to the sign-in also where only members may read', async () => {
    const [gated] = await postsOf('025');
    const form = await elsewhere('news-comment-form', { ...gated, id: BRIDGE });
    await reaches(form, 'ready');
    expect(one<HTMLAnchorElement>(form, '[part=sign-in]').href).to.match(/#\/portal\/signin$/);
  });

  it('has the number of comments', async () => {
    const count = await elsewhere('news-comment-count');
    await reaches(count, 'ready');
    expect(seen(count)).to.contain('8');
  });

  it('tells the publisher that the key is missing, or wrong', async () => {
    const told = async (attributes: string, answer: string): Promise<string> => {
      const key = faulty.key();
      await faulty.script(key, [await recorded(answer)]);
      const byline = await fixture(
        `<news-byline api="${faulty.origin}/s/${key}/ghost/api/content" ${attributes} story="${bridge}"></news-byline>`,
      );
      await reaches(byline, 'error');
      await waitUntil(() => warnings.length, 'a warning');
      return warnings.splice(0).join('\n');
    };
    expect(await told('', '044')).to.match(/NEWS-CONFIG.*Content API key: set api-key/);
    expect(await told('api-key="0123456789abcdef0123456789"', '044')).to.match(
      /Unknown Content API Key.*set api-key/,
    );
  });
});
