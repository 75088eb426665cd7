// The moderator's queue. Served as it stands; talks to /v1/moderation with the token of this visit.

const TOKEN = 'moderation-token';
const DONE = { approve: 'Approved', hold: 'Held back', reject: 'Rejected', remove: 'Removed' };

const byId = (id) => document.getElementById(id);
const signIn = byId('sign-in');
const desk = byId('desk');
const status = byId('status');
const queue = byId('queue');
const more = byId('more');
const time = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

let next;

const say = (sentence) => {
  byId('said').textContent = sentence;
};

/** Takes the token out of the address, so that it stays out of bookmarks, history and other people's sight. */
function takeToken() {
  const token = new URLSearchParams(location.hash.slice(1)).get('token');
  if (token === null) return;
  sessionStorage.setItem(TOKEN, token);
  history.replaceState(null, '', location.pathname);
}

async function ask(path, body) {
  const headers = { Authorization: `Bearer ${sessionStorage.getItem(TOKEN)}` };
  const response = await fetch(
    `/v1/moderation/comments${path}`,
    body
      ? {
          method: 'POST',
          headers: { ...headers, 'Content-Type': 'application/json' },
          body: JSON.stringify(body),
        }
      : { headers },
  );
  const answer = await response.json();
  if (response.ok) return answer;
  if (response.status === 401) {
    sessionStorage.removeItem(TOKEN);
    showDesk();
  }
  throw new Error(answer.detail);
}

/** Runs what a moderator asked for, and says it when it fails. */
const attempt = (work) => async (event) => {
  event?.preventDefault();
  try {
    await work(event);
  } catch (error) {
    say(error.message);
  }
};

function showReports(part, { reports, reasons = [] }) {
  part('.reports').hidden = false;
  part('.reports').textContent = `Reported ${reports === 1 ? 'once' : `${reports} times`}`;
  part('.reasons').hidden = reasons.length === 0;
  for (const reason of reasons) {
    const line = document.createElement('li');
    line.dir = 'auto';
    line.textContent = reason;
    part('.reasons').append(line);
  }
}

function itemOf(comment) {
  const item = byId('comment').content.cloneNode(true).firstElementChild;
  const part = (selector) => item.querySelector(selector);
  part('.author').textContent = comment.author;
  part('.headline').textContent = comment.headline;
  part('.headline').href = comment.url;
  part('.text').textContent = comment.text;
  if (comment.lang) part('.text').lang = comment.lang;
  part('time').dateTime = comment.posted;
  part('time').textContent = time.format(new Date(comment.posted));
  part('.decisions').setAttribute('aria-label', `The comment by ${comment.author}`);
  for (const button of item.querySelectorAll('button')) {
    button.addEventListener(
      'click',
      attempt(async () => {
        await ask(`/${comment.id}/decisions`, { decision: button.value });
        const neighbour = item.nextElementSibling ?? item.previousElementSibling;
        item.remove();
        (neighbour?.querySelector('article') ?? byId('title')).focus();
        say(`${button === asItIs ? 'Kept' : DONE[button.value]}: the comment by ${comment.author}.`);
      }),
    );
  }
  const settled = { approved: 'approve', held: 'hold', rejected: 'reject', removed: 'remove' }[
    comment.status
  ];
  const asItIs = part(`button[value=${settled}]`);
  if (comment.reports) {
    showReports(part, comment);
    asItIs.textContent = 'Keep';
  } else {
    // What a comment is already, nobody needs to make it.
    asItIs.disabled = true;
  }
  return item;
}

async function showPage(cursor) {
  const asked =
    status.value === 'reported' ? { status: 'approved', reported: 'true' } : { status: status.value };
  const query = new URLSearchParams({ ...asked, limit: '50', ...(cursor && { cursor }) });
  const page = await ask(`?${query}`);
  const items = page.items.map(itemOf);
  if (cursor) queue.append(...items);
  else queue.replaceChildren(...items);
  next = page.next;
  more.hidden = next === undefined;
  if (cursor) items[0]?.querySelector('article').focus();
  say(page.total === 0 ? 'There are none.' : `${page.total} in all.`);
}

async function showDesk() {
  const known = sessionStorage.getItem(TOKEN) !== null;
  signIn.hidden = known;
  desk.hidden = !known;
  if (known) await showPage();
}

signIn.addEventListener(
  'submit',
  attempt(async () => {
    sessionStorage.setItem(TOKEN, signIn.elements.token.value.trim());
    signIn.reset();
    await showDesk();
  }),
);
status.addEventListener(
  'change',
  attempt(() => showPage()),
);
more.addEventListener(
  'click',
  attempt(() => showPage(next)),
);
window.addEventListener(
  'hashchange',
  attempt(async () => {
    takeToken();
    await showDesk();
  }),
);

takeToken();
void attempt(showDesk)();
