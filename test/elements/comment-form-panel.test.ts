import { expect, fixture, oneEvent } from '@open-wc/testing';
import { html, LitElement, type TemplateResult } from 'lit';
import type { CommentFields } from '../../src/content/draft.js';
import { CommentFormPanel } from '../../src/elements/comment-form/panel.js';
import type { PanelHost, PanelOptions } from '../../src/elements/comment-form/panel-host.js';
import { speak } from '../../src/kit/words/say.js';
import type { Comment } from '../../src/model/index.js';
import { baseStyles, buttonStyles } from '../../src/views/base.styles.js';
import { commentFormStyles } from '../../src/views/comment-form.styles.js';
import { emptyOutbox } from '../content/outbox-support.js';
import { body, button, field, posts, type, typed, valid } from './support/comment-form.js';
import { contentApi, taken, type TestApi } from './support/content-api.js';
import { all, hasFocus, one, seen } from './support/seen.js';

const asma: Comment = {
  id: '12', story: '71', author: 'عاصمہ', text: 'Why not?', posted: '2026-03-13T08:00:00Z', status: 'approved',
}; // prettier-ignore

/** The least element that a panel can stand in. */
class TestPanel extends LitElement implements PanelHost {
  static override styles = [baseStyles, buttonStyles, commentFormStyles];
  readonly maxLength = 5000;
  readonly storyName = '71';
  readonly about = '71';
  readonly speak: PanelHost['speak'] = (table) => speak('en', table);
  content: PanelHost['content'] = { config: undefined };
  panel: CommentFormPanel | undefined;

  show(options: PanelOptions = {}): Promise<boolean> {
    this.panel?.dispose();
    this.panel = new CommentFormPanel(this, options);
    this.requestUpdate();
    return this.updateComplete;
  }

  protected override render(): TemplateResult {
    return html`<div class="root">${this.panel?.render()}</div>`;
  }
}
customElements.define('test-panel', TestPanel);

async function discussion(): Promise<{ host: TestPanel; api: TestApi }> {
  const api = await contentApi();
  const host = await fixture<TestPanel>('<test-panel></test-panel>');
  host.content = { config: { api: api.address, source: 'rest' } };
  return { host, api };
}

describe('the panel of a form', () => {
  beforeEach(emptyOutbox);

  it('says whom the reader answers, and sends it', async () => {
    const { host, api } = await discussion();
    const arrived: (Comment | undefined)[] = [];
    await host.show({ parent: asma, posted: (comment) => arrived.push(comment) });
    const line = one(host, '[part~=reply-to]');
    expect(line).to.have.trimmed.text('Reply to عاصمہ');
    expect(one(host, 'form').getAttribute('aria-labelledby')).to.equal(line.id);
    await expect(host).to.be.accessible();
    await api.answers(taken('approved'));
    type(host, valid);
    const posted = oneEvent(host, 'news-comment-posted');
    button(host).click();
    await posted;
    expect(body(posts(await api.asked())[0])).to.deep.equal({ story: '71', parent: '12', ...valid });
    expect(arrived.map((comment) => comment?.id)).to.deep.equal(['9001']);
    await host.updateComplete;
    expect(seen(host)).to.equal('Thank you. Your comment is posted.');
    expect(all(host, 'button')).to.be.empty;
    await expect(host).to.be.accessible();
  });

  it('keeps what was written for each comment that is answered, and for the story', async () => {
    const { host } = await discussion();
    await host.show({ parent: asma });
    type(host, { text: 'To Asma' });
    await host.show({ parent: { ...asma, id: '13' } });
    expect(typed(host)).to.include({ text: '' });
    await host.show();
    expect(typed(host)).to.include({ text: '' });
    type(host, { text: 'To all' });
    await host.show({ parent: asma });
    expect(typed(host)).to.include({ text: 'To Asma' });
    expect(host.panel?.written).to.equal(true);
  });

  it('can be cancelled: the text is there when it is opened again', async () => {
    const { host } = await discussion();
    let cancelled = 0;
    await host.show({ parent: asma, cancel: () => cancelled++ });
    type(host, { text: 'Half a th' });
    const [send, cancel] = all(host, 'form button');
    expect([seen(send!), seen(cancel!)]).to.deep.equal(['Post comment', 'Cancel']);
    cancel!.click();
    expect(cancelled).to.equal(1);
    await expect(host).to.be.accessible();
    host.panel!.dispose();
    await host.show({ parent: asma });
    expect(typed(host)).to.include({ text: 'Half a th' });
  });

  it('has no such button where nothing is to be cancelled', async () => {
    const { host } = await discussion();
    await host.show();
    expect(all(host, 'form button')).to.have.length(1);
    expect(all(host, '[part~=reply-to]')).to.be.empty;
  });

  it('leads the reader to where the comment is written', async () => {
    const { host } = await discussion();
    void host.show({ parent: asma });
    await host.panel!.focus();
    expect(hasFocus(field(host, 'text'))).to.equal(true);
  });

  it('what is under way when it goes arrives, and takes no focus', async () => {
    const { host, api } = await discussion();
    await host.show({ parent: asma });
    await api.answers({ ...taken('approved'), delay: 50 });
    type(host, valid);
    const posted = oneEvent(host, 'news-comment-posted');
    button(host).click();
    await api.asked({ arrived: 2 });
    await host.show();
    await host.panel!.focus();
    await posted;
    await host.updateComplete;
    expect(hasFocus(field(host, 'text'))).to.equal(true);
    await host.show({ parent: asma });
    const nothing: CommentFields = { name: '', email: '', website: '', text: '' };
    expect(typed(host)).to.deep.equal(nothing);
  });
});
