/**
 * What Standfirst stands beside, as npm ships it: the nested package.json names the versions. Ghost's search names a
 * package of Ghost's own that was never published and that its built file does not need; an override stands in for it.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const here = fileURLToPath(new URL('.', import.meta.url));
export const root = fileURLToPath(new URL('../..', import.meta.url));

const changed = (file: string): number => statSync(here + file, { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** Installs them, where that was not done since the lock file has changed. */
export function install(): void {
  if (changed('node_modules/.package-lock.json') >= changed('package-lock.json')) return;
  execFileSync('npm', ['ci', '--ignore-scripts'], { cwd: here, stdio: 'inherit' });
}

export const versionOf = (name: string): string =>
  (JSON.parse(readFileSync(`${here}node_modules/${name}/package.json`, 'utf8')) as { version: string })
    .version;

export const webAwesome = {
  button: `import '@awesome.me/webawesome/dist/components/button/button.js';`,
  card: `import '@awesome.me/webawesome/dist/components/card/card.js';`,
  theme: '@awesome.me/webawesome/dist/styles/themes/default.css',
};
export const spectrum = {
  button: `import '@spectrum-web-components/button/sp-button.js';`,
  card: `import '@spectrum-web-components/card/sp-card.js';`,
  theme: `import '@spectrum-web-components/theme/sp-theme.js';
    import '@spectrum-web-components/theme/theme-light.js';
    import '@spectrum-web-components/theme/scale-medium.js';`,
};
