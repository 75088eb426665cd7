/**
 * Part of `npm run build`: of the types that the compiler wrote, those stay which the package's entries lead to. What is
 * inside is nobody's to import.
 */
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

const { exports } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  exports: Record<string, string | { types?: string }>;
};

const needed = new Set<string>();

function need(file: string): void {
  if (needed.has(file) || !existsSync(file)) return;
  needed.add(file);
  for (const [, from = ''] of readFileSync(file, 'utf8').matchAll(
    /(?:from|import)\s*\(?\s*["'](\.[^"']+)["']/g,
  ))
    need(normalize(join(dirname(file), from.replace(/\.js$/, '.d.ts'))));
}

for (const entry of Object.values(exports))
  if (typeof entry === 'object' && entry.types) need(normalize(entry.types));
for (const name of readdirSync('dist', { recursive: true, encoding: 'utf8' })) {
  const file = join('dist', name);
  if (file.endsWith('.d.ts') && !needed.has(file)) rmSync(file);
}
