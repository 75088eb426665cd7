import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { icons } from '../../src/views/icons.js';
import { iconsFile, iconsModule } from '../tools/icons.js';

test('the icons are those of the installed set: npm run icons', () => {
  assert.equal(readFileSync(iconsFile, 'utf8'), iconsModule());
});

test('each icon is a path', () => {
  for (const [name, path] of Object.entries(icons)) assert.match(path, /^M[\d\sA-Za-z.,-]+$/, name);
});
