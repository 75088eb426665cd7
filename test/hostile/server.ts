/**
 * The runner's side of what the pages try.
 *
 *     GET   /__attacks   the strings of this run
 *     GET   /__elements  our elements with their attributes, as the manifest has them
 *     POST  /__render    a page of HTML, as `renderPage` gives it back
 *     POST  /__figures   a row of the report: what was tried, and what came of it
 */
import { text } from 'node:stream/consumers';
import type { TestRunnerConfig } from '@web/test-runner';
import { renderPage } from '../../src/server/index.js';
import { elementsIn } from '../tools/manifest.js';
import type { Attacks, Figure } from './page.js';

type Middleware = NonNullable<TestRunnerConfig['middleware']>[number];

export function hostileServer(attacks: Attacks, figures: Figure[]): Middleware {
  return async (context, next) => {
    switch (context.path) {
      case '/__attacks':
        context.body = attacks;
        return;
      case '/__elements':
        context.body = elementsIn().map(({ tagName, attributes }) => ({
          tag: tagName,
          attributes: attributes.map(({ name }) => name),
        }));
        return;
      case '/__render':
        context.body = await renderPage(await text(context.req), {
          url: 'https://news.example/',
          timeout: 20_000,
          onProblem: () => {},
        });
        return;
      case '/__figures':
        figures.push(JSON.parse(await text(context.req)) as Figure);
        context.body = {};
        return;
      default:
        return next();
    }
  };
}
