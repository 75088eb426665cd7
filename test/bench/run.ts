/**
 * `npm run bench`: where Standfirst stands beside others, written to docs/benchmark.md. Wants a build (`npm run build`)
 * and Chromium; installs the others into test/bench. Takes less than ten minutes on two cores.
 *
 *     npm run bench -- --quick    three rounds of each, printed and not written
 */
import { existsSync, writeFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { chromiumOptions, fetchChromium } from '../tools/browsers.js';
import { putApis } from './api.js';
import { ourWeights, theirWeights, webAwesomeButton, all as allOurs, type Weight } from './bytes.js';
import * as cards from './cards.js';
import * as comments from './comments.js';
import { Drawing, type Drawer } from './drawing.js';
import { machine } from './machine.js';
import { install, root, versionOf } from './peers.js';
import { putPhonePages, slow, timeToContent } from './phone.js';
import { bodies, load, putPages, ways, type Body, type Load, type Way } from './requests.js';
import { type Renderer, renderers, STORIES, time } from './server.js';
import { startSite } from './site.js';
import { growth, ratio, rounds, spread, type Spread } from './statistics.js';
import { figure, table } from './table.js';

const quick = process.argv.includes('--quick');
/** So many, or as many as fit into these seconds. */
const enough = (most: number, seconds: number): (() => boolean) => rounds(most, quick ? 0 : seconds);
const say = (words: string): void => console.error(`${(performance.now() / 1000).toFixed(0)} s: ${words}`);

process.chdir(root);
if (!existsSync('dist/define.js') || !existsSync('dist/standfirst.all.js')) {
  console.error('There is no build to measure: npm run build');
  process.exit(2);
}
const options = chromiumOptions() ?? (fetchChromium() ? chromiumOptions() : undefined);
if (!options) {
  console.error('Chromium is not on this machine: apt-get install chromium, or set CHROME_PATH.');
  process.exit(2);
}
install();

const browser = await chromium.launch({
  ...options,
  args: [...(options.args ?? []), '--js-flags=--expose-gc'],
});
const site = await startSite();
putApis(site);

/** The median, and between which two values the middle half of the samples lies. */
const withSpread = ({ median, low, high }: Spread): string =>
  `${figure(median)} (${figure(low)}–${figure(high)})`;
const times = ({ median }: Spread): string => `${median.toFixed(2)}×`;
const of = (measured: Map<Drawer, number[]>, drawer: Drawer): number[] => measured.get(drawer) ?? [];

// (a) Bytes.
say('bytes');
const [mine, theirs, allMine, button] = await Promise.all([
  ourWeights(),
  theirWeights(),
  allOurs(),
  webAwesomeButton(),
]);
const weightRow = ({ name, version = '', script, style, note = '' }: Weight): string[] => [
  name,
  version,
  script.toFixed(1),
  style === undefined ? '' : style.toFixed(1),
  note,
];
const bytesTable = table(
  ['', 'version', 'script, kB', 'style sheet, kB', ''],
  [...mine, ...theirs].map(weightRow),
  [1, 4],
);

// (b) Cards.
const { webAwesome, spectrum } = cards.peers();
const { list, elements } = cards.ours;
const floors = cards.floors;
const drawers = [floors.list, list, cards.plainLit, floors.elements, elements, webAwesome, spectrum];
const cardDrawing = new Drawing(browser, site, 'cards', drawers);
await cardDrawing.build();
const counts = [10, 100, 1000];
const first = new Map<number, Map<Drawer, number[]>>();
const again = new Map<number, Map<Drawer, number[]>>();
for (const count of counts) {
  say(`${count} cards`);
  first.set(count, await cardDrawing.first(count, enough(15, 35)));
  again.set(count, await cardDrawing.again(count, enough(21, 25), count === 1000 ? 3 : 8));
}
const cardTable = (measured: Map<number, Map<Drawer, number[]>>): string =>
  table(
    ['milliseconds', ...counts.map((count) => `${count} cards`), '100 cards beside the floor'],
    drawers.map((drawer) => [
      drawer.name,
      ...counts.map((count) => withSpread(spread(of(measured.get(count) ?? new Map(), drawer)))),
      times(
        ratio(of(measured.get(100) ?? new Map(), drawer), of(measured.get(100) ?? new Map(), floors.list)),
      ),
    ]),
  );
say('nodes and memory');
const counted = [];
for (const drawer of drawers) {
  const cells = [drawer.name];
  for (const count of counts) {
    const { nodes, heap, listeners } = await cardDrawing.count(drawer, count);
    cells.push(`${nodes.toLocaleString('en')} / ${listeners.toLocaleString('en')} / ${heap.toFixed(1)}`);
  }
  counted.push(cells);
}
const countTable = table(['nodes / listeners / MB', ...counts.map((count) => `${count} cards`)], counted);

// (c) Comments.
say('1,000 comments');
const { waline, artalk } = comments.peers();
const talkers = [comments.floor, comments.ours.given, comments.ours.asked, artalk, waline];
const talk = new Drawing(browser, site, 'comments', talkers);
await talk.build();
const thousand = await talk.first(1000, enough(9, 45));
const commentTable = table(
  ['', 'milliseconds', 'beside the floor'],
  talkers.map((drawer) => [
    drawer.name,
    withSpread(spread(of(thousand, drawer))),
    times(ratio(of(thousand, drawer), of(thousand, comments.floor))),
  ]),
);

// (d) Requests.
say('requests');
await putPages(site);
const loads: { body: Body; way: Way; load: Load }[] = [];
for (const body of Object.keys(bodies) as Body[])
  for (const way of Object.keys(ways) as Way[])
    loads.push({ body, way, load: await load(browser, site, way, body) });
const kB = (bytes: number): string => (bytes / 1000).toFixed(1);
const requestTable = table(
  [
    'on the page',
    'by',
    'requests for script',
    'kB of script',
    'requests of the API',
    'kB of answers',
    'layout shift',
  ],
  loads.map(({ body, way, load: { scripts, scriptBytes, asked, askedBytes, shift } }) => [
    body,
    ways[way],
    String(scripts),
    kB(scriptBytes),
    String(asked),
    kB(askedBytes),
    shift.toFixed(2),
  ]),
  [1],
);

// (e) Server.
say('server');
const { text, plainLit, lit, renderPage } = await renderers();
const written = await time([text, plainLit, lit, ...(renderPage ? [renderPage] : [])], enough(25, 20));
const serverTable = table(
  ['', 'pages a second', 'milliseconds a page', 'time beside lit-ssr with `data`'],
  [
    ...[...written].map(([one, samples]) => [
      one.name,
      Math.round(1000 / spread(samples).median).toLocaleString('en'),
      withSpread(spread(samples)),
      times(ratio(samples, written.get(lit) ?? [])),
    ]),
    ...(renderPage ? [] : [['`renderPage`', 'not measured', '', '']]),
  ],
);

// (f) Growth.
say('growth');
const steps = [100, 200, 400, 800, 1600];
const grown = async (drawing: Drawing): Promise<Map<Drawer, [number, number][]>> => {
  const points = new Map<Drawer, [number, number][]>();
  for (const count of steps)
    for (const [drawer, samples] of await drawing.again(count, enough(9, 6), 3))
      points.set(drawer, [...(points.get(drawer) ?? []), [count, spread(samples).median]]);
  return points;
};
const listGrowth = new Drawing(browser, site, 'cards', [floors.list, list]);
const talkGrowth = new Drawing(browser, site, 'comments', [comments.floor, comments.ours.given]);
const growthTable = table(
  ['milliseconds', ...steps.map((count) => count.toLocaleString('en')), 'exponent', 'R²'],
  [
    ...[...(await grown(listGrowth))].map(([drawer, points]) => ({ drawer, points, what: 'cards' })),
    ...[...(await grown(talkGrowth))].map(([drawer, points]) => ({ drawer, points, what: 'comments' })),
  ].map(({ drawer, points, what }) => {
    const { exponent, fit } = growth(points);
    return [
      `${what}: ${drawer.name}`,
      ...points.map(([, median]) => figure(median)),
      exponent.toFixed(2),
      fit.toFixed(3),
    ];
  }),
);

// (g) A slow phone.
say('a slow phone');
const phones = await putPhonePages(site);
const phoneTimes = new Map(phones.map((page) => [page, [] as number[]]));
const another = enough(5, 100);
while (another())
  for (const page of phones) phoneTimes.get(page)?.push((await timeToContent(browser, site, page)) / 1000);
const phoneTable = table(
  ['', 'shows', 'seconds'],
  [...phoneTimes].map(([page, samples]) => [page.name, page.shows, withSpread(spread(samples))]),
  [1],
);

// What was meant to be reached.
const at = (measured: Map<number, Map<Drawer, number[]>>, one: Drawer, other: Drawer): number =>
  ratio(of(measured.get(100) ?? new Map(), one), of(measured.get(100) ?? new Map(), other)).median;
const hundred = loads.filter(({ body }) => body === '100 cards').map(({ load: { asked } }) => asked);
const shift = Math.max(...loads.map(({ load: { shift: moved } }) => moved));
const costBeside = (one: Renderer): number | undefined =>
  renderPage && ratio(written.get(renderPage) ?? [], written.get(one) ?? []).median;
const [cost, plainCost] = [costBeside(lit), costBeside(plainLit)];
const goal = (name: string, met: boolean, figures: string): string[] => [
  name,
  met ? 'met' : '**missed**',
  figures,
];
const firstFloor = at(first, list, floors.list);
const againFloor = at(again, list, floors.list);
const goals = [
  goal(
    '100 cards in at most 1.5 times the floor, drawn first',
    firstFloor <= 1.5,
    `${firstFloor.toFixed(2)}×`,
  ),
  goal(
    '100 cards in at most 1.5 times the floor, drawn again (aim: 1.25)',
    againFloor <= 1.5,
    `${againFloor.toFixed(2)}×`,
  ),
  ...(
    [
      ['drawn first', first],
      ['drawn again', again],
    ] as const
  ).map(([when, measured]) => {
    const [whole, each, least] = [list, elements, floors.list].map((one) =>
      at(measured, webAwesome, one),
    ) as [number, number, number];
    return goal(
      `100 cards at least 3 times faster than Web Awesome’s, ${when}`,
      whole >= 3,
      `${whole.toFixed(2)} times as one list, ${each.toFixed(2)} times as an element each; the floor itself is ${least.toFixed(2)} times`,
    );
  }),
  goal(
    'one request for 100 cards',
    hundred.every((asked) => asked === 1),
    `${Math.max(...hundred)}`,
  ),
  goal(
    'all elements in fewer bytes than one Web Awesome button',
    allMine < button,
    `${allMine.toFixed(1)} kB, the button ${button.toFixed(1)} kB`,
  ),
  cost === undefined || plainCost === undefined
    ? ['server rendering within 1.3 times of lit-ssr', 'not measured', 'this build has no `renderPage`']
    : goal(
        'server rendering within 1.3 times of lit-ssr',
        plainCost <= 1.3,
        `${plainCost.toFixed(2)}× one template written for this, ${cost.toFixed(2)}× our element with \`data\``,
      ),
  goal('layout shift 0.00 with `reserve.css`', shift.toFixed(2) === '0.00', shift.toFixed(2)),
];

const page = `# Benchmark

Written by \`npm run bench\`: measured on ${machine(browser.version())}. Others as npm ships them. Each row of a
table was measured in turn with the others (A B A B), so that a slow moment of the machine meets all; a ratio is the
median of the ratios round by round. Times are the median, and in brackets the middle half of the samples. Compare rows, not
machines.

## What was meant to be reached

${table(['goal', '', 'measured'], goals, [1, 2])}

## Bytes

Script as a reader downloads it to define the element: one bundler with one setting for everybody (esbuild, minified, gzip -9,
kB of 1,000 bytes), libraries included, what is loaded later left out. A style sheet is counted where the documentation asks for
one; of Web Awesome’s only the theme. Frames and news elements do not do the same: a Web Awesome or Material card shows what the page
writes into it; ours fetch, format and fall back. Nor do those for comments: Waline’s, Artalk’s and Ghost’s figures have their form and
their client in them. Ours with its form is 20 kB, and asks for the client with a source, and for what sends a comment when one is
written: 28 kB in all.

${bytesTable}

## Cards

Picture, kicker, headline with its link, standfirst and date, the same for everybody. From the first line of script to the
end of layout, images not loaded. Web Awesome’s and Spectrum’s cards are frames around HTML that the page has ready as text.

Drawn first, in a browser process that has not run the script before, as on a reader’s first visit:

${cardTable(first)}

Drawn again in the same page, when the browser has compiled the script:

${cardTable(again)}

What stays in the page: nodes (Lit’s markers among them), listeners, and memory of script and nodes:

${countTable}

## A thousand comments

A hundred threads of ten, drawn first. "From its API" includes the request to a server on this machine, and ours also the client
that is loaded then. Artalk and Waline draw their form as well, ours a button that opens it; Artalk shows an avatar.

${commentTable}

## Requests

From a real server, gzipped, into an empty cache: bodies only, without the page, its style sheet and its pictures. \`reserve.css\` is
linked.

${requestTable}

## On a server

A front page with a list of ${STORIES} stories, rendered in this process, again and again. The JSON of the API is there without waiting.

${serverTable}

## Growth

Drawn again, comments and stories given: the time against their number, and the exponent of a power that fits it (1 grows
with the number, 2 with its square).

${growthTable}

## A slow phone

Empty cache, ${slow.latency} ms for a round trip, ${slow.kilobits} kbit/s, the processor ${slow.processor} times slower (by the DevTools protocol, on a screen of 360 × 740);
no name look-up and no TLS. From the beginning of the navigation until all of it is in the page. giscus and Ghost’s elements are left out: they
talk to servers of their own that this machine does not have. Modules are found one after the other, and each step is a round trip: the one
file is sooner there, and ours as modules are later than Artalk and Waline.

${phoneTable}

Web Awesome ${versionOf('@awesome.me/webawesome')}, Spectrum ${versionOf('@spectrum-web-components/card')}, Artalk ${versionOf('artalk')}, Waline ${versionOf('@waline/client')}.
`;

await browser.close();
site.close();
if (quick) console.log(page);
else writeFileSync('docs/benchmark.md', page);
say(quick ? 'done' : 'docs/benchmark.md is written');
