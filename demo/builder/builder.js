// Follows the form: keeps the page's address, and asks the server for what comes of it. The server alone knows how.

const byId = (id) => document.getElementById(id);
const form = byId('choices');
let asking = new AbortController();
let waiting;

/** What was chosen; what was left empty is not said. */
function query() {
  const fields = [...new FormData(form)].filter(
    ([name, value]) => value && !(name === 'way' && value === 'exact'),
  );
  // An address without a query would be the example again.
  return new URLSearchParams(fields.length ? fields : [['way', 'exact']]);
}

/** Puts parts of another state of this page in place of those that are here. */
function take(text) {
  const page = new DOMParser().parseFromString(text, 'text/html');
  byId('result').replaceWith(page.getElementById('result'));
  const settings = page.getElementById('settings');
  // While the elements are the same, the fields are, and somebody may be typing in them.
  if (settings.dataset.chosen !== byId('settings').dataset.chosen) byId('settings').replaceWith(settings);
  offerCopy();
}

async function ask(address, options) {
  asking.abort();
  asking = new AbortController();
  const { signal } = asking;
  try {
    const response = await fetch(address, { ...options, signal });
    if (!response.ok) throw new Error(String(response.status));
    take(await response.text());
    return true;
  } catch {
    if (!signal.aborted) byId('seen').textContent = 'The builder does not answer. Is the demo still running?';
    return false;
  }
}

const preview = () => `/builder/preview?${query()}`.replace(/&?way=[\w-]+/, '');
let shown = preview();

async function follow() {
  const address = `/builder?${query()}`;
  history.replaceState(null, '', address);
  if (preview() !== shown) {
    shown = preview();
    byId('seen').textContent = '';
    failing.clear();
    // In place of the one before: going back leads out of the builder, not through every letter that was typed.
    byId('preview').contentWindow.location.replace(new URL(shown, location.href));
  }
  await ask(address);
}

form.addEventListener('input', (event) => {
  clearTimeout(waiting);
  // While somebody types, what is half written is not looked up.
  waiting = setTimeout(follow, event.target.matches('[type=checkbox], [type=radio], select') ? 0 : 300);
});
document.addEventListener('input', (event) => {
  if (event.target.name === 'way') form.dispatchEvent(new Event('input'));
});
document.addEventListener('submit', (event) => {
  event.preventDefault();
  clearTimeout(waiting);
  if (event.submitter?.formMethod !== 'post') return follow();
  return make(event.submitter);
});

/** Rendering waits for an API: that it is under way is said, and a second click asks nobody again. */
async function make(button) {
  if (button.getAttribute('aria-disabled') === 'true') return;
  const words = button.textContent;
  button.setAttribute('aria-disabled', 'true');
  button.textContent = 'Asking the API …';
  if (await ask('/builder', { method: 'POST', body: query() })) return byId('snippet')?.focus();
  button.removeAttribute('aria-disabled');
  button.textContent = words;
}

function offerCopy() {
  const button = byId('copy');
  if (!button) return;
  button.hidden = false;
  button.addEventListener('click', () =>
    navigator.clipboard.writeText(byId('snippet').textContent).then(
      () => (byId('copied').textContent = 'Copied.'),
      () => {
        getSelection().selectAllChildren(byId('snippet'));
        byId('copied').textContent = 'The browser did not allow it. It is selected: copy it by hand.';
      },
    ),
  );
}

/** What does not show in the preview, and why, by tags. */
const failing = new Map();

// The preview has no origin of its own; that it is the preview, its window tells.
addEventListener('message', ({ source, data }) => {
  if (source !== byId('preview').contentWindow || !data?.tag) return;
  if (data.code) failing.set(data.tag, data.code);
  else failing.delete(data.tag);
  const each = [...failing].map(([tag, code]) => `<${tag}> does not show: ${code}.`);
  byId('seen').textContent = each.length ? `${each.join(' ')} The browser's console says why.` : '';
});

document.querySelector('.show').remove();
offerCopy();
