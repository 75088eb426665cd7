/** Draws every picture of the demo newspaper into pictures/. Run: node --import tsx demo/content/make-pictures.ts */
import { mkdirSync, writeFileSync } from 'node:fs';
import { city } from './drawing/city.js';
import { culture } from './drawing/culture.js';
import { portraits } from './drawing/portraits.js';
import { science } from './drawing/science.js';
import { sport } from './drawing/sport.js';
import { world } from './drawing/world.js';

const folder = new URL('./pictures/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [name, draw] of Object.entries({
  ...world,
  ...city,
  ...science,
  ...culture,
  ...sport,
  ...portraits,
})) {
  writeFileSync(new URL(`${name}.svg`, folder), draw());
}
