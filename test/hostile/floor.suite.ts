import { expect } from '@open-wc/testing';
import { Cdn, FramedPage } from '../embed/cdn-page.js';
import { waitUntil } from '../tools/wait.js';
import { figure } from './page.js';

/** What a browser of our floor has, and one below lacks: how it answers when it is asked. */
const lacking: Readonly<Record<string, string>> = {
  '`light-dark()`': 'light-dark',
  '`:state()`': ':state',
};

describe('a browser below the floor', () => {
  for (const file of ['standfirst.js', 'standfirst.all.js'] as const)
    for (const [name, feature] of Object.entries(lacking))
      it(`without ${name}, ${file}: nothing is defined, the fallback stays, nothing is said`, async () => {
        const cdn = new Cdn();
        const wrong: string[] = [];
        const page = await FramedPage.open(cdn, {
          head: `<script>
              const supports = CSS.supports;
              CSS.supports = (...given) => !given.join().includes('${feature}') && supports.apply(CSS, given);
            </script>
            ${cdn.script(file, 'data-api="https://news.example/api"')}
            <script type="module">window.after = true;</script>`,
          body: '<news-byline story="1"><a href="/">By us</a></news-byline>',
          policy: "object-src 'none'",
        });
        page.window.addEventListener('error', ({ message }) => wrong.push(message));
        await waitUntil(() => 'after' in page.window, 'what comes after our script', { timeout: 20_000 });
        expect(page.window.customElements.get('news-byline')).to.equal(undefined);
        expect(page.one('news-byline').innerText).to.equal('By us');
        expect([...wrong, ...page.warnings]).to.deep.equal([]);
        await figure('floor', `without ${name}, \`${file}\``, 'the fallback stays');
      });
});
