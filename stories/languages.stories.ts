import type { Meta, StoryContext, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { expect, waitFor } from 'storybook/test';
import '../src/define.js';
import type { Comment, Story } from '../src/model/index.js';
import { oneOf } from './controls.js';
import {
  election as vesmar,
  fisheries,
  mushaira,
  mushairaWhole,
  pictureUrl,
  remarks,
  tram,
} from './fixtures.js';

/** Every element in a language of the package; [docs/languages.md](docs/languages.md) tells how to correct one. */
export default { title: 'Elements/Languages' } satisfies Meta;

const election: Story = { ...vesmar, lang: 'en' };

const ferry: Story = {
  id: 'ar-1',
  url: new URL('ar/ferry', document.baseURI).href,
  lang: 'ar',
  kicker: 'الميناء',
  headline: 'عودة العبّارة الليلية إلى خليج الملح بعد ثلاثة أعوام من الانقطاع',
  standfirst:
    'غادرت العبّارة الرصيف الشرقي في العاشرة مساءً وعلى متنها مئة وأربعون راكبًا وسيارتان وحصان واحد، وقال القبطان إن البحر كان «أهدأ من أن يُذكر».',
  authors: [
    { name: 'سلمى الحدّاد', role: 'مراسلة الشؤون البحرية', lang: 'ar', bio: 'تكتب عن الموانئ منذ عشر سنوات.' },
    { name: 'Marit Halloran', lang: 'en' },
  ],
  published: '2026-11-07T18:00:00+01:00',
  updated: '2026-11-08T09:30:00+01:00',
  picture: {
    src: pictureUrl('night-ferry-returns'),
    width: 1200,
    height: 800,
    caption: 'العبّارة عند الرصيف.',
  },
  readingMinutes: 3,
  commentCount: 1234,
  label: 'analysis',
  tags: [{ id: 'port', name: 'الميناء' }],
  quotes: [{ text: 'كان البحر أهدأ من أن يُذكر.', by: 'رؤوف البنّا', role: 'قبطان', lang: 'ar' }],
  body: '<p>غادرت العبّارة الرصيف الشرقي في العاشرة مساءً. قال القبطان رؤوف البنّا إن البحر كان أهدأ من أن يُذكر، وإن المحرّك «لم يتوقّف عن الغناء».</p>',
};
const urdu: Story = { ...mushaira, label: 'opinion', commentCount: 1234 };
const [first, answer] = remarks as [Comment, Comment];

const own: Record<string, { dir: 'rtl' | 'ltr'; story: Story; whole: Story; said: string }> = {
  ur: {
    dir: 'rtl',
    story: urdu,
    whole: { ...mushairaWhole, label: 'opinion' },
    said: 'کیا یہ فیصلہ ماہی گیروں سے پوچھ کر کیا گیا؟ پچھلے سال بھی یہی ہوا تھا۔',
  },
  ar: {
    dir: 'rtl',
    story: ferry,
    whole: ferry,
    said: 'هل سُئل الصيادون قبل هذا القرار؟ حدث الأمر نفسه في العام الماضي.',
  },
};

/** All elements on a page of that language: with texts of it where we have some, and an English story among them. */
function page(lang: string): TemplateResult {
  const { dir, story, whole, said } = own[lang] ?? {
    dir: 'ltr',
    story: { ...fisheries, commentCount: 1234 },
    whole: fisheries,
    said: '',
  };
  const talk: Comment[] = [
    { ...first, ...(said && { text: said, lang }) },
    answer,
    { ...first, id: '98', status: 'removed' },
  ];
  // The discussion comes first: comments out of view are not laid out.
  return html`<div lang=${lang} dir=${dir}>
    <news-comments report-url="/report" .data=${{ items: talk, total: 1234, next: 'c' }}></news-comments>
    <news-search action="/search"></news-search>
    <news-follow links="https://mastodon.example/@courier /feed.xml mailto:desk@courier.example"></news-follow>
    <news-article .data=${whole}></news-article>
    <news-share ways="copy email print x"></news-share>
    <news-byline variant="box" .data=${story}></news-byline>
    ${['stacked', 'row', 'compact', 'overlay'].map(
      (layout) =>
        html`<news-article-card
          layout=${layout}
          excerpt-lines="2"
          show="picture kicker excerpt byline date comments reading-time"
          .data=${story}
        ></news-article-card>`,
    )}
    <news-pull-quote .data=${story}></news-pull-quote>
    <news-related-stories
      layout="numbered"
      load-more
      limit="2"
      .data=${[story, election, tram]}
    ></news-related-stories>
    <news-comment-count .data=${story}></news-comment-count>
    <news-comment-form .data=${story} privacy-url="/privacy"></news-comment-form>
    <news-copyright holder="The Harbour Courier" since="2021" until="2026"></news-copyright>
  </div>`;
}

/** Until then the words may still be loading. */
const speaks = ({ canvasElement }: StoryContext): Promise<void> =>
  waitFor(() => {
    const shares = [...canvasElement.querySelectorAll('news-share')];
    return expect(shares.every(({ shadowRoot }) => shadowRoot?.querySelector('.root'))).toBe(true);
  });

export const Playground: StoryObj<{ lang: string }> = {
  args: { lang: 'de' },
  argTypes: {
    lang: oneOf('ar', 'bn', 'de', 'en', 'es', 'fr', 'hi', 'id', 'ja', 'pt', 'ru', 'ur', 'zh-Hans'),
  },
  render: ({ lang }) => page(lang),
  play: speaks,
};

export const Urdu: StoryObj = { render: () => page('ur'), play: speaks };
export const UrduDark: StoryObj = { ...Urdu, globals: { scheme: 'dark' } };
export const Arabic: StoryObj = { render: () => page('ar'), play: speaks };
export const Hindi: StoryObj = { render: () => page('hi'), play: speaks };
export const Japanese: StoryObj = { render: () => page('ja'), play: speaks };

/** Each element speaks the language of the nearest `lang`. */
export const Mixed: StoryObj = {
  render: () =>
    html`${['fr', 'ur', 'en', 'zh-Hans'].map(
      (lang) =>
        html`<section lang=${lang} dir=${lang === 'ur' ? 'rtl' : 'ltr'}>
          <news-share ways="copy email print"></news-share>
          <news-article-card layout="row" show="excerpt byline date comments" .data=${urdu}></news-article-card>
          <news-article-card layout="row" show="excerpt byline date comments" .data=${election}></news-article-card>
        </section>`,
    )}`,
  play: speaks,
};
