import { given, live } from './live.js';
import { contract } from './promises.js';
import * as recorded from './recorded.js';

// The source of docs/own-source.md is tried as it stands there.
const page = await (await fetch('/docs/own-source.md')).text();
const example = /<!-- example -->\s*```js\n([^]*?)```/.exec(page)![1]!;
const code = example.replace(`from 'standfirst'`, `from '${location.origin}/src/index.ts'`);
await import(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));

describe('contract', () => {
  const others = Object.values(recorded).filter((one) => typeof one !== 'function');
  for (const site of given ? live : [...live, ...others]) contract(site);
});
