import { expect, fixture, nextFrame, oneEvent } from '@open-wc/testing';
import '../../src/elements/follow/define.js';
import type { NewsFollowClickEvent } from '../../src/elements/events.js';
import type { FollowLink, NewsFollow } from '../../src/elements/follow/follow.js';
import { loadWords } from '../../src/kit/words/load.js';
import { warnings } from './support/console.js';
import { afterThisTest } from './support/pretend.js';
import { all, one, seen } from './support/seen.js';
import { waitUntil } from '../tools/wait.js';

const addresses = [
  'https://www.facebook.com/thetruth',
  'https://instagram.com/thetruth',
  'https://x.com/thetruth',
  'https://twitter.com/thetruth',
  'https://www.youtube.com/@thetruth',
  'https://www.tiktok.com/@thetruth',
  'https://www.threads.com/@thetruth',
  'https://bsky.app/profile/truth.example',
  'https://mastodon.social/@truth',
  'https://uk.linkedin.com/company/thetruth',
  'https://www.reddit.com/r/thetruth',
  'https://whatsapp.com/channel/0029Va',
  'https://t.me/thetruth',
  'https://apps.apple.com/app/id1',
  '/feed.xml',
  'https://truth.example/world/rss',
  '/newsletters/morning',
  'mailto:news@truth.example',
  'https://notx.com/thetruth',
];

async function following(attributes: string, data?: unknown): Promise<NewsFollow> {
  const element = await fixture<NewsFollow>(`<news-follow ${attributes}></news-follow>`);
  if (data !== undefined) element.data = data as readonly FollowLink[];
  await drawn(element);
  return element;
}

/** The icons come in a module of their own. */
async function drawn(element: NewsFollow): Promise<void> {
  await element.updateComplete;
  await waitUntil(() => all(element, 'svg').every((icon) => icon.querySelector('[d]')), 'icons');
}

const names = (element: Element): string[] => all(element, '[part=name]').map((name) => seen(name));
const hrefs = (element: Element): (string | null)[] =>
  all(element, 'a').map((link) => link.getAttribute('href'));

describe('<news-follow>', () => {
  it('is a labelled list of links, each with an icon and the name of where it leads', async () => {
    const element = await following(`links="${addresses.join('\n ')}"`);
    const list = one(element, 'ul');
    expect(list).to.have.attribute('aria-labelledby', 'label');
    expect(seen(one(element, '#label'))).to.equal('Connect with us');
    expect(names(element)).to.deep.equal([
      'Facebook',
      'Instagram',
      'X',
      'X',
      'YouTube',
      'TikTok',
      'Threads',
      'Bluesky',
      'Mastodon',
      'LinkedIn',
      'Reddit',
      'WhatsApp',
      'Telegram',
      'App',
      'RSS',
      'RSS',
      'Newsletter',
      'E-mail',
      'notx.com',
    ]);
    expect(hrefs(element)).to.deep.equal(addresses);
    const shapes = all(element, 'svg[aria-hidden=true] path').map((path) => path.getAttribute('d'));
    expect(shapes.filter(Boolean)).to.have.length(addresses.length);
    // Of the nineteen, twice X and twice RSS.
    expect(new Set(shapes).size).to.equal(addresses.length - 2);
    for (const link of all(element, 'a')) expect(link).to.have.attribute('rel', 'me noopener');
    await expect(element).to.be.accessible();
  });

  it("says whose they are, given the publisher's name", async () => {
    const links =
      'https://mastodon.social/@truth /feed.xml /newsletter mailto:a@truth.example https://play.google.com/x';
    const element = await following(`name="The Truth" links="${links}"`);
    expect(names(element)).to.deep.equal([
      'The Truth on Mastodon',
      'The Truth RSS feed',
      'The Truth newsletter',
      'E-mail The Truth',
      'The Truth app',
    ]);
    await expect(element).to.be.accessible();
  });

  it('icons alone: the names are there for screen readers', async () => {
    const element = await following(`variant="icons" name="The Truth" links="https://x.com/t /feed.xml"`);
    const [name] = all(element, '[part=name]');
    expect(name).to.have.text('The Truth on X');
    expect(name!.getBoundingClientRect().width).to.be.at.most(1);
    for (const link of all(element, 'a')) {
      const { width, height } = link.getBoundingClientRect();
      expect(Math.min(width, height)).to.be.at.least(24);
      expect(link).not.to.have.attribute('title');
      expect(getComputedStyle(one(link, 'svg')).fill).to.equal(getComputedStyle(link).color);
    }
    await expect(element).to.be.accessible();
  });

  it('data: with names and networks of its own', async () => {
    const element = await following('links="https://x.com/t"', [
      { url: 'https://news.town/@truth', network: 'mastodon' },
      { url: 'https://x.com/desk', name: 'Sports desk' },
    ]);
    expect(names(element)).to.deep.equal(['Mastodon', 'Sports desk']);
    element.data = undefined as unknown as FollowLink[];
    await element.updateComplete;
    expect(hrefs(element)).to.deep.equal(['https://x.com/t']);
  });

  it('leaves out what would run a script or is no link, and says so', async () => {
    const element = await following('', [
      { url: 'javascript:alert(1)' },
      null,
      { name: 'Nothing' },
      { url: 'https://x.com/t', network: 'constructor' },
    ]);
    expect(hrefs(element)).to.deep.equal(['https://x.com/t']);
    const { icons } = await import('../../src/views/icons.js');
    expect(one(element, 'path')).to.have.attribute('d', icons.link);
    expect(warnings.join()).to.contain('NEWS-ADDRESS').and.to.contain('javascript:alert(1)');
    element.data = 'nonsense' as unknown as FollowLink[];
    await element.updateComplete;
    expect(all(element, 'a')).to.be.empty;
  });

  describe('the links inside it', () => {
    const inside = `<ul>
      <li><a href="https://news.town/@truth" data-network="mastodon">Our Mastodon</a></li>
      <li><a href="/feed.xml">All stories</a></li>
      <li><a href="https://x.com/t" aria-label="On X"><svg></svg></a></li>
    </ul>`;

    it('take their place in the row, in order, and are not read twice', async () => {
      const element = await fixture<NewsFollow>(
        `<news-follow>${inside}<h2 slot="heading">Stay <a href="/about">in touch</a></h2></news-follow>`,
      );
      await drawn(element);
      expect(names(element)).to.deep.equal(['Our Mastodon', 'All stories', 'On X']);
      expect(hrefs(element)).to.deep.equal(['https://news.town/@truth', '/feed.xml', 'https://x.com/t']);
      expect(seen(element)).to.equal('Stay in touch Our Mastodon All stories On X');
      expect(element.querySelector('ul')).to.have.property('assignedSlot', null);
      await expect(element).to.be.accessible();
    });

    it('may come later, and change', async () => {
      const element = await following('');
      expect(all(element, 'a')).to.be.empty;
      element.innerHTML = inside;
      await nextFrame();
      await element.updateComplete;
      expect(names(element)).to.deep.equal(['Our Mastodon', 'All stories', 'On X']);
      element.querySelector('a')!.textContent = 'Toots';
      element.querySelector('li:last-child')!.remove();
      await nextFrame();
      await element.updateComplete;
      expect(names(element)).to.deep.equal(['Toots', 'All stories']);
    });
  });

  it('without any link it is what stands in it', async () => {
    const element = await fixture('<news-follow><p>Follow us.</p></news-follow>');
    expect(seen(element)).to.equal('Follow us.');
  });

  it('tells where a reader goes, and does not hinder them', async () => {
    const element = await following('links="/feed.xml /newsletter" link-target="_top"');
    const went: boolean[] = [];
    const look = (event: Event): void => {
      went.push(!event.defaultPrevented);
      event.preventDefault();
    };
    addEventListener('click', look);
    afterThisTest(() => removeEventListener('click', look));
    const followed = oneEvent<NewsFollowClickEvent>(document.body, 'news-follow-click');
    const link = all(element, 'a')[1]!;
    expect(link).to.have.attribute('target', '_top');
    link.click();
    const { network, url, position } = await followed;
    expect({ network, url, position }).to.deep.equal({
      network: 'newsletter',
      url: `${location.origin}/newsletter`,
      position: 1,
    });
    expect(went).to.deep.equal([true]);
  });

  it('the label: words of the page, and a heading where it is one', async () => {
    const element = await following('label="Join us" heading-level="3" links="/feed.xml"');
    expect(one(element, 'h3')).to.have.text('Join us');
    element.words = { rss: 'Nachrichten' };
    element.removeAttribute('label');
    await element.updateComplete;
    expect(seen(element)).to.equal('Connect with us Nachrichten');
    await expect(element).to.be.accessible();
  });

  it('from right to left the icon stands at the right of the name', async () => {
    await loadWords('ur');
    const holder = await fixture(
      '<div dir="rtl" lang="ur"><news-follow links="https://x.com/t"></news-follow></div>',
    );
    const element = holder.firstElementChild as NewsFollow;
    await drawn(element);
    const [icon, name] = ['svg', '[part=name]'].map((part) => one(element, part).getBoundingClientRect());
    expect(icon!.left).to.be.greaterThan(name!.left);
    await expect(element).to.be.accessible();
  });

  it('in a narrow column nothing sticks out', async () => {
    const holder = await fixture(
      `<div style="inline-size: 160px"><news-follow name="The Daily Truth of Norrhaven" links="${addresses.join(' ')}"></news-follow></div>`,
    );
    await drawn(holder.firstElementChild as NewsFollow);
    expect(holder.scrollWidth).to.be.at.most(160);
  });
});
