import { html, type TemplateResult } from 'lit';
import '../../src/define.js';
import { discusses, served } from '../api.js';
import { election, eels, fisheries, remarks, stories, tram, tremor, eastQuay } from '../fixtures.js';

const latest = [election, tram, eastQuay, eels];
const today = [election, tremor, eels, tram];

/** A small front page: one story to read first, a few beside it, a row of pictures, and what stands around an article. */
export const frontPage = (): TemplateResult =>
  served(
    'front-page',
    discusses(remarks),
    html`<div class="front-page">
      <header><p>The Harbour Courier</p></header>
      <div class="columns">
        <news-article-card
          class="lead"
          heading-level="2"
          show="picture kicker excerpt byline date"
          .data=${fisheries}
        ></news-article-card>
        <news-related-stories
          label="Latest"
          show="kicker date"
          .data=${latest}
        ></news-related-stories>
      </div>
      <news-related-stories
        layout="grid"
        label="Today"
        show="picture kicker excerpt byline date"
        .data=${today}
      ></news-related-stories>
      <div class="columns">
        <div class="stack">
          <news-pull-quote .data=${fisheries.quotes?.[0]}></news-pull-quote>
          <news-byline variant="box" .data=${fisheries}></news-byline>
          <news-comments story="1001" loading="eager"></news-comments>
        </div>
        <div class="stack">
          <news-related-stories
            layout="numbered"
            label="Most read"
            show="kicker"
            .data=${stories.slice(0, 4)}
          ></news-related-stories>
          <news-search></news-search>
          <news-follow links="https://mastodon.social/@courier /feed.xml" name="The Courier"></news-follow>
          <news-share ways="copy email print"></news-share>
          <news-copyright holder="The Harbour Courier" since="2021"></news-copyright>
        </div>
      </div>
    </div>`,
  );
