import type { Comment, NewComment } from '../../model/index.js';
import { compact } from '../../kit/compact.js';
import { plainText } from '../../kit/plain-text.js';
import { Problem } from '../../kit/problem.js';
import { safeUrl } from '../../kit/urls.js';
import { fields, id, many, text } from '../shape.js';
import type { Ask, FormAnswer, Handover } from '../source.js';
import { comment } from './comments.js';
import type { Site } from './site.js';

// Posting a comment on a WordPress site, where a post is named by its id. On the site's own origin by the form that every
// theme has (wp-comments-post.php): it needs no setting, knows who is signed in, and keeps the site's own checks. From
// other origins by REST where the site allows that; else the reader goes there with the form.

/** Where the site's own files are: not always where its front page is, and perhaps noted down with another scheme. */
const home = (ask: Ask): Promise<string> =>
  ask.once('home', async ({ api, get }) => {
    const named = await get('/', { _fields: 'url' }).then(
      ({ data }) => safeUrl(fields(data).url),
      () => undefined,
    );
    const site = new URL(named ?? api.replace(/\/wp-json\b.*|(\/index\.php)?\/?\?.*/, ''));
    const { hostname, origin } = new URL(api);
    return (site.hostname === hostname ? origin : site.origin) + site.pathname.replace(/\/+$/, '');
  });

/** The form on the site's own page, filled in. */
export async function handover(post: string, sent: NewComment, ask: Ask): Promise<Handover> {
  return {
    action: `${await home(ask)}/wp-comments-post.php`,
    fields: {
      comment_post_ID: post,
      comment_parent: sent.parent ?? '0',
      author: sent.name,
      email: sent.email,
      url: sent.website ?? '',
      comment: sent.text,
    },
  };
}

/** WordPress takes an answer to a comment that is not there. */
async function checkParent(post: string, parent: string, { get }: Ask): Promise<void> {
  const { data } = await get('/wp/v2/comments', { post, include: parent, _fields: 'id' });
  if (!many(data, (from) => id(from.id))[0]) throw new Problem('http', 'No such comment', 404, 'parent-gone');
}

/** Codes as WordPress gives them, in our words. */
const reasons = {
  __proto__: null,
  comment_duplicate: 'duplicate',
  comment_flood: 'too-fast',
  rest_comment_closed: 'closed',
  rest_comment_login_required: 'elsewhere',
  rest_no_route: 'elsewhere',
  rest_cannot_read_post: 'sign-in',
} as unknown as Record<string, string | undefined>;

/** By REST; the fields go as a form sends them, for that needs no preflight. */
async function byRest(post: string, sent: NewComment, ask: Ask): Promise<Comment> {
  try {
    const { data } = await ask.post(
      '/wp/v2/comments',
      new URLSearchParams({
        post,
        parent: sent.parent ?? '0',
        author_name: sent.name,
        author_email: sent.email,
        ...(sent.website && { author_url: sent.website }),
        content: sent.text,
      }),
    );
    const from = fields(data);
    const stored = comment(from);
    if (!stored) throw new Problem('parse', 'The answer is no comment');
    return {
      ...stored,
      story: post,
      author: stored.author || sent.name,
      text: sent.text,
      // A comment with a disallowed word goes to the trash: to its writer it waits.
      status: from.status === 'approved' ? 'approved' : 'held',
    };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { kind, status, reason } = error;
    // A plugin that keeps readers out has a code of its own.
    const closed = status === 401 && !(reason in reasons);
    const ours = closed ? 'elsewhere' : (reasons[reason] ?? reason);
    throw ours ? new Problem(kind, plainText(error.message), status, ours, error.retryAfter) : error;
  }
}

/** What WordPress' page says when it takes no comment: `wp_die()` writes it, in the site's language. */
const said = (page: FormAnswer): string =>
  plainText(/class="wp-die-message"[^>]*>([^]*?)<\/div>/.exec(page.text)?.[1] ?? '');

const letters = (value: string): string => value.replace(/[^\p{L}\p{N}]+/gu, '');

/** The comment among the newest ones, where the site shows them: a redirect does not tell a script where it led. */
async function storedAs(
  post: string,
  { text: words }: NewComment,
  { get }: Ask,
): Promise<Comment | undefined> {
  const { data } = await get('/wp/v2/comments', { post, order: 'desc', per_page: 20 });
  return many(data, comment).find((one) => letters(one.text) === letters(plainText(words)));
}

// It takes the place of the story's whole page in the answer; every WordPress has it.
const landing = '/wp-includes/images/blank.gif';

/** By the form of the site's own pages. */
async function byForm(post: string, sent: NewComment, ask: Site): Promise<Comment | undefined> {
  const { action, fields: filled } = await handover(post, sent, ask);
  // A site that goes by two names: its answer could not be read here.
  if (new URL(action).origin !== new URL(ask.api).origin) return byRest(post, sent, ask);
  const target = (await home(ask)) + landing;
  const page = await ask.submit(action, new URLSearchParams({ ...filled, redirect_to: target }));
  const { pathname, searchParams } = new URL(page.url || action);
  const held = searchParams.get('unapproved');
  if (held || pathname === new URL(target).pathname) {
    if (!held) return storedAs(post, sent, ask).catch(() => undefined);
    const { name: author, text: words, parent } = sent;
    return compact<Comment>({
      id: held,
      story: post,
      parent,
      author,
      text: words,
      posted: '',
      status: 'held',
    });
  }
  const message = said(page);
  const { status } = page;
  const refuse = (reason: string, as = status): Problem =>
    new Problem('http', message || `${action} answered ${status}`, as, reason);
  if (pathname !== new URL(action).pathname) {
    // A plugin has led elsewhere, with or without the comment.
    const stored = await storedAs(post, sent, ask).catch(() => undefined);
    if (stored) return stored;
    throw refuse('', 400);
  }
  if (status === 404 || status === 405)
    // A site that hides the form's address may have left REST open.
    return byRest(post, sent, ask).catch((error: unknown) => {
      throw error instanceof Problem && error.reason === 'elsewhere'
        ? new Problem('config', error.message)
        : error;
    });
  if (status === 409) throw refuse('duplicate');
  if (status === 429) throw refuse('too-fast');
  // Without a word: the post wants a password, or is gone.
  if (status === 200 && !message) throw refuse('sign-in', 403);
  // One status for two things: closed, and for members only.
  if (status === 403) throw refuse((await isClosed(post, ask)) ? 'closed' : 'sign-in');
  // WordPress and its plugins say no with any status; without words the server is out of order.
  throw refuse('', message ? 400 : status);
}

const isClosed = (post: string, { get, type }: Site): Promise<boolean> =>
  get(`/wp/v2/${type}/${post}`, { _fields: 'comment_status' }).then(
    ({ data }) => text(fields(data).comment_status) === 'closed',
    () => false,
  );

export async function postComment(post: string, sent: NewComment, ask: Site): Promise<Comment | undefined> {
  if (sent.parent)
    await checkParent(post, sent.parent, ask).catch((error: unknown) => {
      // Where comments cannot be read the check is the site's.
      if (!(error instanceof Problem) || error.reason === 'parent-gone' || error.retryable) throw error;
    });
  return ask.own ? byForm(post, sent, ask) : byRest(post, sent, ask);
}
