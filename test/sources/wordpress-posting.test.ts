import type { NewComment } from '../../src/model/index.js';
import { expect, impatiently, patient, problemOf } from '../content/support.js';
import { faulty, type Answer, type Arrival } from '../tools/faulty-client.js';
import { recorded, short, site } from './wordpress-records.js';

const link = (slug: string): string => `http://127.0.0.1:8631/2025/03/${slug}/`;
const bridge = 'harbour-bridge-opens-after-nine-years';

const fieldsOf = (sent: Arrival | undefined): Record<string, string> =>
  Object.fromEntries(new URLSearchParams(sent!.body));

const sent: NewComment = {
  story: '4',
  name: 'Maria Sand',
  email: 'maria.sand@example.net',
  website: 'https://maria.example/',
  text: 'Known commenter',
};

describe('a comment sent to a WordPress site from another origin', () => {
  impatiently();
  const post = async (comment: Partial<NewComment>, ...answers: (string | Promise<Answer>)[]) => {
    const { client, log } = await site(answers);
    const outcome = client.postComment({ ...sent, ...comment }, 'k', patient());
    await outcome.catch(() => undefined);
    return { outcome, asked: await log() };
  };

  it('comes back approved, at its place on the story’s page', async () => {
    const { outcome, asked } = await post({}, '095');
    expect(await outcome).to.deep.equal({
      id: '81',
      story: '4',
      author: 'Maria Sand',
      text: 'Known commenter',
      posted: '2026-11-23T15:00:11+01:00',
      status: 'approved',
      url: `${link(bridge)}#comment-81`,
    });
    expect(asked.map(({ method }) => method)).to.deep.equal(['POST']);
    expect(asked[0]!.headers['content-type']).to.match(/^application\/x-www-form-urlencoded/);
    expect(fieldsOf(asked[0])).to.deep.equal({
      post: '4',
      parent: '0',
      author_name: 'Maria Sand',
      author_email: 'maria.sand@example.net',
      author_url: 'https://maria.example/',
      content: 'Known commenter',
    });
    expect(asked[0]!.headers).not.to.have.property('idempotency-key');
  });

  for (const [record, why] of [
    ['093', 'a new commenter'],
    ['119', 'a disallowed word, which goes to the trash'],
  ] as const)
    it(`waits for approval: ${why}`, async () => {
      expect(await (await post({}, record)).outcome).to.have.property('status', 'held');
    });

  it('finds its story by address first', async () => {
    const { outcome, asked } = await post({ story: link(bridge) }, '019', '093');
    expect(await outcome).to.have.property('story', '4');
    expect(asked.map(({ method }) => method)).to.deep.equal(['GET', 'POST']);
    expect(fieldsOf(asked[1])).to.have.property('post', '4');
  });

  for (const [path, arrives] of [
    ['/blog', '/blog/wp-json/wp/v2/comments'],
    ['/blog/wp-json/wp/v2/reviews', '/blog/wp-json/wp/v2/comments'],
    ['/blog/?rest_route=/wp/v2/reviews', '/blog/?rest_route=/wp/v2/comments'],
  ] as const)
    it(`goes to the site’s comments where ${path} is named`, async () => {
      const { client, log } = await site(['095'], path, undefined, 'wordpress');
      expect(await client.postComment(sent, 'k', patient())).to.have.property('status', 'approved');
      expect(decodeURIComponent((await log())[0]!.path).replace(/^\/s\/\w+/, '')).to.equal(arrives);
    });

  it('comes without what only other APIs check', async () => {
    const { asked } = await post({ trap: 'x', seconds: 3, challenge: { token: 'x' } }, '095');
    expect(asked[0]!.body).not.to.match(/trap|homepage|seconds|challenge/);
  });

  it('goes nowhere when the site does not know its story', async () => {
    const { outcome, asked } = await post({ story: 'elsewhere' }, '020');
    expect((await problemOf(outcome)).status).to.equal(404);
    expect(asked).to.have.length(1);
  });

  it('answers a comment that is there', async () => {
    const { outcome, asked } = await post({ parent: '2' }, '082', '096');
    expect(await outcome).to.include({ id: '82', parent: '2' });
    expect(short(decodeURIComponent(asked[0]!.path))).to.match(/comments\?post=4&include=2$/);
    expect(fieldsOf(asked[1])).to.have.property('parent', '2');
  });

  it('does not answer a comment that is gone, which WordPress would take', async () => {
    const { outcome, asked } = await post({ parent: '999999' }, '083');
    expect((await problemOf(outcome)).reason).to.equal('parent-gone');
    expect(asked.map(({ method }) => method)).to.deep.equal(['GET']);
  });

  for (const [record, status, reason, message] of [
    ['097', 409, 'duplicate', 'Duplicate comment detected; it looks as though you’ve already said that!'],
    ['099', 400, 'too-fast', 'You are posting comments too quickly. Slow down.'],
    ['100', 403, 'closed', 'Sorry, comments are closed for this item.'],
    ['092', 401, 'elsewhere', 'Sorry, you must be logged in to comment.'],
    ['101', 401, 'sign-in', 'Sorry, you are not allowed to read the post for this comment.'],
    [
      '104',
      403,
      'rest_comment_invalid_post_id',
      'Sorry, you are not allowed to create this comment without a post.',
    ],
    ['106', 400, 'rest_invalid_param', 'Invalid email address.'],
    ['111', 400, 'rest_comment_content_invalid', 'Invalid comment content.'],
    ['115', 400, 'comment_content_column_length', 'Comment field exceeds maximum length allowed.'],
    ['116', 400, 'comment_author_column_length', 'Comment field exceeds maximum length allowed.'],
  ] as const)
    it(`is refused with ${reason}, in words without entities (${record})`, async () => {
      const { outcome, asked } = await post({}, record);
      const problem = await problemOf(outcome);
      expect([problem.status, problem.reason, problem.message]).to.deep.equal([status, reason, message]);
      expect(asked).to.have.length(1);
    });

  it('is refused on a protected story, also as an answer', async () => {
    expect((await problemOf((await post({ parent: '2' }, '085', '101')).outcome)).reason).to.equal('sign-in');
  });

  it('is refused with the site’s own code where we have no word for it', async () => {
    const answer = Promise.resolve({ status: 403, body: { code: 'constructor', message: 'No.' } });
    const problem = await problemOf((await post({}, answer)).outcome);
    expect([problem.reason, problem.message]).to.deep.equal(['constructor', 'No.']);
  });

  it('has not surely arrived when the answer is no comment', async () => {
    const problem = await problemOf((await post({}, Promise.resolve({ status: 201, body: '[]' }))).outcome);
    expect(problem.kind).to.equal('parse');
  });
});

describe('a comment sent to a WordPress site on its own origin', () => {
  impatiently();
  const gif: Answer = { headers: { 'Content-Type': 'image/gif' }, body: 'GIF89a' };

  /** A site whose form leads to that query of a picture of its own. */
  async function post(comment: Partial<NewComment>, form: string | Answer, ...after: (string | Answer)[]) {
    return postTo('/wp-json', comment, form, ...after);
  }

  /** The same, where the API is named so. */
  async function postTo(
    path: string,
    comment: Partial<NewComment>,
    form: string | Answer,
    ...after: (string | Answer)[]
  ) {
    const { client, log, script } = await site([], `/blog${path}`, location.origin, 'wordpress');
    const base = client.config.api.slice(0, -path.length || undefined);
    const home = { body: { url: base } };
    const answer = typeof form === 'string' ? await recorded(form) : form;
    const rest: Answer[] = [];
    for (const one of after) rest.push(typeof one === 'string' ? await recorded(one) : one);
    const first = comment.parent ? [await recorded('082')] : [];
    await script([...first, home, answer, ...rest]);
    const outcome = client.postComment({ ...sent, ...comment }, 'k', patient());
    await outcome.catch(() => undefined);
    const asked = (await log()).map((one) => ({
      ...one,
      path: one.path.replace(new URL(base).pathname, ''),
    }));
    return { outcome, asked };
  }
  const led = (query = ''): Answer => ({
    status: 302,
    headers: { Location: `wp-includes/images/blank.gif${query}` },
  });

  it('goes by the form that every theme has, with the reader’s sign-in, and asks for no page', async () => {
    document.cookie = 'wordpress_test_cookie=here; path=/';
    const { asked } = await post({ parent: '2' }, led('?unapproved=95&moderation-hash=0'), gif);
    const form = asked.find(({ method }) => method === 'POST')!;
    expect(form.path).to.equal('/wp-comments-post.php');
    expect(form.headers.cookie).to.contain('wordpress_test_cookie=here');
    const { redirect_to, ...fields } = fieldsOf(form);
    expect(fields).to.deep.equal({
      comment_post_ID: '4',
      comment_parent: '2',
      author: 'Maria Sand',
      email: 'maria.sand@example.net',
      url: 'https://maria.example/',
      comment: 'Known commenter',
    });
    expect(redirect_to).to.match(/^http.*\/blog\/wp-includes\/images\/blank\.gif$/);
    expect(asked.at(-1)!.path).to.match(/blank\.gif/);
  });

  it('waits for approval where the redirect says so', async () => {
    const { outcome } = await post({}, led('?unapproved=95&moderation-hash=0'), gif);
    expect(await outcome).to.deep.equal({
      id: '95',
      story: '4',
      author: 'Maria Sand',
      text: 'Known commenter',
      posted: '',
      status: 'held',
    });
  });

  it('is found among the newest where the redirect says nothing', async () => {
    // As WordPress writes it: with its own quotation marks.
    const text = "I drove over it this morning. Took 4 minutes! Second <b>'paragraph'</b>";
    const newest: Answer = {
      body: [
        {
          id: 7,
          post: 4,
          author_name: 'Bo',
          content: { rendered: '<p>Another.</p>' },
          link: 'https://x.example/#comment-7',
        },
        {
          id: 8,
          post: 4,
          author_name: 'Signed In',
          content: {
            rendered:
              '<p>I drove over it this morning. Took 4 minutes! Second <b>&#8216;paragraph&#8217;</b></p>',
          },
          link: 'https://x.example/#comment-8',
          date: '2026-11-23T15:00:11',
          date_gmt: '2026-11-23T14:00:11',
        },
      ],
    };
    const { outcome } = await post({ text }, led(), gif, newest);
    expect(await outcome).to.include({ id: '8', status: 'approved', author: 'Signed In' });
  });

  it('has arrived, nobody knows how, where it is not among the newest or they are not shown', async () => {
    for (const newest of [{ body: [] }, { status: 401, body: { code: 'rest_login_required' } }])
      expect(await (await post({}, led(), gif, newest)).outcome).to.equal(undefined);
  });

  it('is not said to have arrived where a plugin leads elsewhere', async () => {
    const elsewhere: Answer = { status: 302, headers: { Location: 'story/?captcha=failed' } };
    const { outcome } = await post({}, elsewhere, { body: '<p>Try again' }, { body: [] });
    const problem = await problemOf(outcome);
    expect([problem.kind, problem.reason, problem.retryable]).to.deep.equal(['http', '', false]);
  });

  for (const [record, reason, message, further] of [
    ['145', 'duplicate', 'Duplicate comment detected; it looks as though you’ve already said that!'],
    ['147', 'too-fast', 'You are posting comments too quickly. Slow down.'],
    ['148', '', 'Error: Please fill the required fields.'],
    ['150', '', 'Error: Please type your comment text.'],
    ['151', 'closed', 'Sorry, comments are closed for this item.', '040'],
    ['159', 'sign-in', 'Sorry, you must be logged in to comment.', { body: { comment_status: 'open' } }],
    ['152', 'sign-in', undefined],
  ] as const)
    it(`is refused ${reason ? `with ${reason}` : 'in the site’s own words'} (${record})`, async () => {
      const { outcome } = await post({}, record, ...(further ? [further] : []));
      const problem = await problemOf(outcome);
      expect([problem.reason, problem.retryable]).to.deep.equal([reason, reason === 'too-fast']);
      if (message) expect(problem.message).to.equal(message);
    });

  it('is refused in the words of a plugin that dies with a server’s error', async () => {
    const died = { status: 500, body: '<div class="wp-die-message"><p>Spam&#8230;</p></div>' };
    const problem = await problemOf((await post({}, died)).outcome);
    expect([problem.status, problem.message]).to.deep.equal([400, 'Spam…']);
  });

  it('may be sent again where the server is out of order, and only then', async () => {
    const problem = await problemOf((await post({}, { status: 500, body: '<h1>Error' })).outcome);
    expect(problem.retryable).to.equal(true);
  });

  for (const [path, question] of [
    ['', '/wp-json/wp/v2/posts/4?_fields=comment_status'],
    ['/wp-json/wp/v2/reviews', '/wp-json/wp/v2/reviews/4?_fields=comment_status'],
  ] as const)
    it(`goes by the same form where /blog${path} is named`, async () => {
      const { outcome, asked } = await postTo(path, {}, '151', '040');
      expect((await problemOf(outcome)).reason).to.equal('closed');
      expect(asked.map((one) => `${one.method} ${one.path}`)).to.deep.equal([
        'GET /wp-json/?_fields=url',
        'POST /wp-comments-post.php',
        `GET ${question}`,
      ]);
    });

  it('goes by REST where the form’s address is hidden', async () => {
    const { outcome, asked } = await post({}, { status: 404, body: '' }, '095');
    expect(await outcome).to.include({ id: '81', status: 'approved' });
    expect(asked.at(-1)!.path).to.equal('/wp-json/wp/v2/comments');
  });

  it('cannot be sent where both are closed', async () => {
    const problem = await problemOf((await post({}, { status: 404, body: '' }, '092')).outcome);
    expect(problem.kind).to.equal('config');
  });

  it('goes by REST where the site’s own name is another', async () => {
    const { client, log, script } = await site([], '/wp-json', location.origin);
    await script([{ body: { url: 'https://other.example/blog' } }, await recorded('095')]);
    expect(await client.postComment(sent, 'k', patient())).to.include({ id: '81' });
    expect((await log()).map(({ method }) => method)).to.deep.equal(['GET', 'POST']);
  });
});

describe('a comment that only the site’s own page takes', () => {
  impatiently();

  for (const [path, url, action] of [
    ['/wp-json', 'https://news.example/press/', 'https://news.example/press/wp-comments-post.php'],
    ['/blog/wp-json', undefined, `${faulty.origin}/s/KEY/blog/wp-comments-post.php`],
    ['/index.php?rest_route=/', undefined, `${faulty.origin}/s/KEY/wp-comments-post.php`],
    ['/?rest_route=/', undefined, `${faulty.origin}/s/KEY/wp-comments-post.php`],
  ] as const)
    it(`is handed over to ${action}`, async () => {
      const { client } = await site([url ? { body: { url } } : { status: 404, body: '{}' }], path);
      const form = await client.handover({ ...sent, parent: '2' }, patient());
      expect(form!.action.replace(/\/s\/[^/]+/, '/s/KEY')).to.equal(action);
      expect(form!.fields).to.deep.equal({
        comment_post_ID: '4',
        comment_parent: '2',
        author: 'Maria Sand',
        email: 'maria.sand@example.net',
        url: 'https://maria.example/',
        comment: 'Known commenter',
      });
    });
});
