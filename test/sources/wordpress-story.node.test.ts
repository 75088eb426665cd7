import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { more } from '../../src/sources/wordpress/more.js';
import type { Site } from '../../src/sources/wordpress/site.js';
import { whereabouts } from '../../src/sources/wordpress/site.js';
import { story } from '../../src/sources/wordpress/story.js';

const [post] = JSON.parse(
  readFileSync(new URL('../backends/wordpress-6.8/019-posts-slug.json', import.meta.url), 'utf8'),
) as [Record<string, unknown>];

const site = { get: () => Promise.reject(new Error('nobody there')) } as unknown as Site;

const full = { ...post, authors: [{ term_id: 1, display_name: 'A' }] };

type Path = readonly string[];

/** All places in a value, at any depth. */
const placesIn = (value: unknown): Path[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([name, one]) => [
        [name],
        ...placesIn(one).map((rest) => [name, ...rest]),
      ]);

/** A value with one place in it put out of order. */
function spoilt(value: unknown, [name, ...rest]: Path, wrong: unknown): unknown {
  if (name === undefined) return wrong;
  const changed = structuredClone(value) as Record<string, unknown>;
  changed[name] = spoilt(changed[name], rest, wrong);
  return changed;
}

const strange = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom(
    '0000-00-00T00:00:00',
    '+275760-09-13T00:00:00',
    '<a href="',
    '<a ',
    '[…]',
    -1,
    1e308,
    '%E0%A4%A',
  ),
);

describe('a post of WordPress whose fields are of any type', () => {
  async function isSound(from: Record<string, unknown>): Promise<void> {
    const made = story(from, 'https://news.example');
    if (!made) return;
    const whole = (await more({ story: made, from, type: 'posts' }, site)).story;
    for (const one of [made, whole]) {
      for (const text of [one.id, one.url, one.headline, one.signInUrl])
        assert.equal(typeof text, 'string', JSON.stringify(one));
      for (const text of [one.standfirst, one.published, one.updated, one.picture?.srcset])
        assert.ok(text === undefined || typeof text === 'string', JSON.stringify(one));
      assert.ok([one.authors, one.tags].every(Array.isArray));
    }
  }

  it('is a story or none, and never an exception', async () => {
    const places = placesIn(full);
    assert.ok(places.length > 100);
    // No text can be made of the last one.
    for (const wrong of [null, 7, '', [], [null], {}, { toString: '' }])
      for (const place of places) await isSound(spoilt(full, place, wrong) as typeof post);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...places), strange, (place, wrong) =>
        isSound(spoilt(full, place, wrong) as typeof post),
      ),
      { numRuns: 2_000 },
    );
  });

  it('and addresses of all kinds are a site’s', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (address) => {
        const { root, home, type } = whereabouts(new URL(address).href.replace(/\/+$/, ''));
        assert.ok([root, home, type].every((one) => one.length));
        assert.ok(URL.canParse(`${root}/wp/v2/${type}`));
      }),
    );
  });
});
