import { hydrated } from './hydrate.js';
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { faulty } from './faulty-client.js';

const at = (path: string): string => faulty.origin + path;

async function failure(request: Promise<unknown>): Promise<string> {
  return request.then(
    () => 'none',
    (error: unknown) => (error as Error).name,
  );
}

describe('the faulty server', () => {
  it('stands on another origin', () => {
    expect(faulty.origin)
      .to.match(/^http:/)
      .and.not.to.equal(location.origin);
  });

  it('fails as often as told, then answers', async () => {
    const url = at(`/fault/flaky?fails=2&key=${faulty.key()}`);
    const statuses = [];
    for (let i = 0; i < 3; i++) statuses.push((await fetch(url)).status);
    expect(statuses).to.deep.equal([503, 503, 200]);
  });

  it('keeps the count of each key apart, and forgets it', async () => {
    const [one, other] = [faulty.key(), faulty.key()];
    await fetch(at(`/fault/ok?key=${one}`));
    expect(await faulty.log(one)).to.have.length(1);
    expect(await faulty.log(other)).to.have.length(0);
    await faulty.reset(one);
    expect(await faulty.log(one)).to.have.length(0);
  });

  it('gives the scripted answers in turn and records what was asked', async () => {
    const key = faulty.key();
    await faulty.script(key, [
      { body: { id: '7' } },
      { status: 201, headers: { 'Content-Type': 'text/markdown' }, body: '# Water' },
      { close: true },
    ]);
    const first = await fetch(at(`/s/${key}/stories?limit=3`));
    expect(await first.json()).to.deep.equal({ id: '7' });

    const second = await fetch(at(`/s/${key}/comments`), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': 'k1' },
      body: '{"text":"Well put"}',
    });
    expect([second.status, second.headers.get('Content-Type'), await second.text()]).to.deep.equal([
      201,
      'text/markdown',
      '# Water',
    ]);
    expect(await failure(fetch(at(`/s/${key}/comments`)))).to.equal('TypeError');
    expect((await fetch(at(`/s/${key}/more`))).status).to.equal(500);

    const log = await faulty.log(key);
    expect(log.map(({ method, path }) => `${method} ${path}`)).to.deep.equal([
      `GET /s/${key}/stories?limit=3`,
      `OPTIONS /s/${key}/comments`,
      `POST /s/${key}/comments`,
      `GET /s/${key}/comments`,
      `GET /s/${key}/more`,
    ]);
    expect(log[2]!.headers['idempotency-key']).to.equal('k1');
    expect(log[2]!.body).to.equal('{"text":"Well put"}');
    expect(log.every(({ aborted }) => !aborted)).to.equal(true);
  });

  it('hangs until the client goes, and records that it went', async () => {
    const key = faulty.key();
    const controller = new AbortController();
    const request = failure(fetch(at(`/fault/hang?key=${key}`), { signal: controller.signal }));
    const [waiting] = await faulty.log(key, { arrived: 1 });
    expect(waiting!.aborted).to.equal(false);
    controller.abort();
    expect(await request).to.equal('AbortError');
    const [gone] = await faulty.log(key, { aborted: 1 });
    expect(gone!.aborted).to.equal(true);
  });

  it('stores a comment whose acknowledgement is lost', async () => {
    const key = faulty.key();
    const url = at(`/fault/late-ack?key=${key}`);
    expect(await failure(fetch(url, { method: 'POST', body: 'Well put' }))).to.equal('TypeError');
    const log = await faulty.log(key);
    expect(log.map(({ body, aborted }) => ({ body, aborted }))).to.deep.equal([
      { body: 'Well put', aborted: false },
    ]);
  });

  for (const name of ['close', 'redirect-loop', 'no-cors']) {
    it(`${name}: no answer reaches the page`, async () => {
      expect(await failure(fetch(at(`/fault/${name}?key=${faulty.key()}`)))).to.equal('TypeError');
    });
  }

  it('cut-body: the body never comes to its end', async () => {
    const response = await fetch(at('/fault/cut-body'));
    expect(await failure(response.json())).not.to.equal('none');
  });

  it('html-as-json: is not JSON', async () => {
    const response = await fetch(at('/fault/html-as-json'));
    expect(response.headers.get('Content-Type')).to.equal('application/json');
    expect(await failure(response.json())).to.equal('SyntaxError');
  });

  it('drip: comes letter by letter, and whole', async () => {
    const response = await fetch(at('/fault/drip'));
    expect(await response.json()).to.have.property('title');
  });

  it('status: any status, with Retry-After where asked', async () => {
    expect((await fetch(at('/fault/status/404'))).status).to.equal(404);
    const busy = await fetch(at('/fault/status/429?retry-after=1'));
    expect([busy.status, busy.headers.get('Retry-After')]).to.deep.equal([429, '1']);
  });

  it('big: ten megabytes', async () => {
    const response = await fetch(at('/fault/big'));
    expect((await response.text()).length).to.be.greaterThan(10_000_000);
  });

  it('leaves the CORS headers out where the script says so', async () => {
    const key = faulty.key();
    await faulty.script(key, [{ cors: false }]);
    expect(await failure(fetch(at(`/s/${key}/`)))).to.equal('TypeError');
    expect(await faulty.log(key)).to.have.length(1);
  });
});

describe('server rendering in Node, hydration here', () => {
  const kicker = '../test/tools/kicker.ts';

  it('keeps the shadow root that the server wrote, and brings it to life', async () => {
    const { element, htmlBefore, htmlAfter, htmlAlone, errors } = await hydrated(kicker, 'tools-kicker', {
      data: { topic: 'Water' },
      attrs: { label: 'In "depth" & more' },
    });
    expect(errors).to.deep.equal([]);
    expect(htmlBefore).to.contain('In "depth" & more').and.to.contain('Water');
    expect(htmlAfter).to.equal(htmlBefore);
    expect(htmlAlone).to.equal(htmlBefore);

    let followed = 0;
    element.addEventListener('follow', () => followed++);
    element.shadowRoot!.querySelector('button')!.click();
    expect(followed).to.equal(1);
  });

  it('does so again for a class that is defined already', async () => {
    const { htmlBefore, htmlAfter, errors } = await hydrated(kicker, 'tools-kicker', {
      data: { topic: 'Rail' },
    });
    expect(errors).to.deep.equal([]);
    expect(htmlBefore).to.contain('Rail');
    expect(htmlAfter).to.equal(htmlBefore);
  });

  it('says what the server could not render', async () => {
    const error = await hydrated('elements/nothing.ts', 'news-nothing').catch((e: unknown) => String(e));
    expect(error).to.contain('did not render <news-nothing>');
  });
});

describe('the runner', () => {
  it('sends real keys', async () => {
    const input = document.createElement('input');
    document.body.append(input);
    input.focus();
    await sendKeys({ type: 'news' });
    expect(input.value).to.equal('news');
    input.remove();
  });
});
