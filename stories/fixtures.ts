import type { Author, Comment, Picture, Story, Term } from '../src/model/index.js';

// A few stories from the invented world of The Harbour Courier (demo/content).

/** The absolute address of a picture, wherever these pages are put. */
export const pictureUrl = (name: string): string => new URL(`pictures/${name}.svg`, document.baseURI).href;

const picture = (name: string, alt: string): Picture => ({
  src: pictureUrl(name),
  width: 1200,
  height: 800,
  alt,
});

const portrait = (name: string): Picture => ({
  src: pictureUrl(`portrait-${name}`),
  width: 400,
  height: 400,
});

const page = (path: string): string => `https://courier.example/${path}`;

const world: Term = { id: 'world', name: 'World', url: page('world') };
const city: Term = { id: 'city', name: 'City', url: page('city') };
const science: Term = { id: 'science', name: 'Science', url: page('science') };
const ports: Term = { id: 'ports', name: 'Ports' };

export const marit: Author = {
  id: 'marit-halloran',
  name: 'Marit Halloran',
  role: 'Diplomatic editor',
  bio: 'Marit Halloran has sat on the press bench of the fisheries council for eleven years.',
  url: page('by/marit-halloran'),
  portrait: portrait('marit-halloran'),
};

export const tobias: Author = {
  id: 'tobias-adeyinka',
  name: 'Tobias Adeyinka',
  role: 'City and harbour reporter',
  bio: 'Tobias Adeyinka was a tug deckhand, and still reports from the water when he can.',
  url: page('by/tobias-adeyinka'),
  portrait: portrait('tobias-adeyinka'),
};

export const piet: Author = {
  id: 'piet-lansmeer',
  name: 'Piet Lansmeer',
  role: 'Tidal engineer',
  bio: 'Piet Lansmeer has built sea walls in three countries, and taken two of them down.',
  staff: false,
};

export const humaira: Author = {
  id: 'humaira-tahseen',
  name: 'حمیرا تحسین',
  role: 'مدیرِ ثقافت',
  bio: 'حمیرا تحسین ثقافت کے صفحات کی مدیر ہیں اور اردو اور انگریزی دونوں میں لکھتی ہیں۔',
  url: page('by/humaira-tahseen'),
  portrait: portrait('humaira-tahseen'),
  lang: 'ur',
};

/** Everything that a story can carry. */
export const fisheries: Story = {
  id: '1001',
  slug: 'grey-sound-spring-closure',
  url: page('grey-sound-spring-closure'),
  kicker: 'Fisheries talks',
  headline: 'Four nations agree to close the Grey Sound to trawlers every spring',
  standfirst:
    'After nineteen hours in a disused fish hall in Port Alder, ministers signed a ten-year pact that will clear the spawning banks of nets from March to May, pay crews to stay in port, and open every boat’s log to its neighbours.',
  authors: [marit, tobias],
  published: '2026-11-21T06:10:00+01:00',
  updated: '2026-11-22T08:25:00+01:00',
  picture: picture('grey-sound-spring-closure', 'A map of a sea between four coasts.'),
  section: world,
  tags: [ports],
  readingMinutes: 6,
  commentCount: 12,
  comments: 'open',
  quotes: [
    {
      text: 'We have signed better documents than this one. We have never before signed one with the skippers in the room.',
      by: 'Eilis Marrack',
      role: 'Fisheries minister of the Thole Islands',
      via: 'told the Courier',
      portrait: portrait('eilis-marrack'),
    },
    { text: 'The cod were not at the table.', by: 'Eilis Marrack' },
  ],
};

export const election: Story = {
  id: '1002',
  slug: 'vesmar-election-count',
  url: page('vesmar-election-count'),
  kicker: 'Vesmar votes',
  headline: 'Vesmar counts on through a second day with 2,100 votes between the two main parties',
  standfirst: 'The mountain districts, where ballots travel by mule and cable car, are still to come.',
  authors: [marit],
  published: '2026-11-22T06:05:00+01:00',
  picture: picture('vesmar-election-count', 'Blocks of two colours fitted together like districts.'),
  section: world,
  live: true,
  comments: 'sign-in',
};

export const tram: Story = {
  id: '1007',
  slug: 'tram-six-all-night',
  url: page('tram-six-all-night'),
  headline: 'Tram 6 will run all night from January',
  standfirst: 'A car every thirty minutes, from the container port to the hospital.',
  authors: [tobias],
  published: '2026-11-20T12:00:00+01:00',
  picture: picture('tram-six-all-night', 'A tram with lit windows crossing a dark street.'),
  section: city,
  tags: [ports],
  comments: 'closed',
};

export const eastQuay: Story = {
  id: '1011',
  slug: 'let-the-east-quay-flood',
  url: page('let-the-east-quay-flood'),
  label: 'opinion',
  headline: 'Let the east quay flood',
  standfirst:
    'We can go on raising the wall until nobody remembers what it was built to look at. Or we can decide, while there is time, what we are willing to get wet.',
  authors: [piet],
  published: '2026-11-19T05:30:00+01:00',
  picture: picture('let-the-east-quay-flood', 'A quay wall with steps going down into water.'),
  section: city,
  tags: [ports],
  quotes: [
    { text: 'A wall is a promise to build a higher one.', by: 'Piet Lansmeer', role: 'Tidal engineer' },
  ],
};

export const eels: Story = {
  id: '1015',
  slug: 'eels-in-the-aldwater',
  url: page('eels-in-the-aldwater'),
  headline: 'Eels are back in the Aldwater for the first time since 1961',
  standfirst: 'A schoolgirl counted eleven of them through a pane of glass in the weir.',
  authors: [tobias],
  published: '2026-11-06T11:40:00+01:00',
  picture: picture('eels-in-the-aldwater', 'Several eels winding upwards beside the steps of a weir.'),
  section: science,
  subscribersOnly: true,
};

/** It has no picture. */
export const tremor: Story = {
  id: '1017',
  slug: 'small-tremor-off-the-skerries',
  url: page('small-tremor-off-the-skerries'),
  headline: 'Small tremor off the Skerries is noticed by cats, and by almost nobody else',
  standfirst: 'Magnitude 2.4, at eleven minutes past three.',
  authors: [tobias],
  published: '2026-11-02T09:25:00+01:00',
  section: science,
};

export const mushaira: Story = {
  id: '1019',
  slug: 'urdu-evening-in-the-salt-store',
  url: page('urdu-evening-in-the-salt-store'),
  lang: 'ur',
  kicker: 'محفل',
  headline: 'نمک گودام میں اردو کی ایک شام',
  standfirst:
    'پورٹ آلڈر کے پرانے نمک گودام میں ہر مہینے کی پہلی جمعرات کو مشاعرہ ہوتا ہے۔ اس بار سننے والوں میں جہازوں کے باورچی بھی تھے اور ہسپتال کی نرسیں بھی۔',
  authors: [humaira],
  published: '2026-11-07T18:00:00+01:00',
  picture: picture('urdu-evening-in-the-salt-store', 'لالٹین کی روشنی میں بیٹھے ہوئے لوگ۔'),
  section: { id: 'culture', name: 'Culture', url: page('culture') },
  readingMinutes: 3,
  comments: 'open',
  quotes: [
    {
      text: 'یہاں کی شاعری کا ذائقہ چکھنا ہو تو دیوار پر ہاتھ پھیر لیجیے۔',
      by: 'نادرہ بختاور',
      role: 'میزبان',
    },
  ],
};

/** Words that no line is long enough for. */
export const longWords: Story = {
  id: '1099',
  slug: 'harbour-office',
  url: page('harbour-office'),
  lang: 'de',
  kicker: 'Hafenverwaltungsangelegenheiten',
  headline: 'Binnenschifffahrtsverkehrsordnungswidrigkeitenverfahren eingestellt',
  standfirst:
    'Die Wasserstraßenverkehrszulassungsbehördenmitarbeiterin verweist auf die Küstenschutzmaßnahmenfinanzierungsvereinbarung.',
  authors: [
    {
      name: 'Anneliese Hohenschwangau-Niederkirchnersdorf',
      role: 'Hafenverwaltungsberichterstatterin',
      bio: 'Sie schreibt über Wasserstraßenverkehrszulassungsbehördenangelegenheiten.',
      lang: 'de',
    },
  ],
  published: '2026-11-05T08:00:00+01:00',
  picture: picture('how-the-flood-gates-decide', 'Ein Sperrwerk.'),
  quotes: [
    {
      text: 'Binnenschifffahrtsverkehrsordnungswidrigkeitenverfahren dauern.',
      by: 'Anneliese Hohenschwangau-Niederkirchnersdorf',
      role: 'Wasserstraßenverkehrszulassungsbehördenmitarbeiterin',
    },
  ],
};

const closureBody = `
<p>PORT ALDER — The pact was signed at eleven minutes to four in the morning, on a table that had been used for gutting herring, by four ministers who had stopped shaking hands some hours before.</p>
<p>From next spring, no trawler will set a net on the <a href="https://courier.example/world">Grey Sound</a> between the first of March and the last of May. Crews who stay in port will be paid from a common fund. Each boat’s log will be open to the coastguards of all four countries.</p>
<h2 id="fund">Who pays for the fund</h2>
<p>The fund is worth 48 million a year. Half of it comes from the two larger fleets, and the rest by catch:</p>
<figure class="wp-block-table"><table><caption>Shares in the fund, in millions a year</caption>
<thead><tr><th scope="col">Country</th><th scope="col">Boats</th><th scope="col">Share</th></tr></thead>
<tbody><tr><th scope="row">Vesmar</th><td>212</td><td>14</td></tr><tr><th scope="row">Norrhaven</th><td>187</td><td>10</td></tr>
<tr><th scope="row">Thole Islands</th><td>96</td><td>14</td></tr><tr><th scope="row">Aldland</th><td>88</td><td>10</td></tr></tbody></table></figure>
<figure class="wp-block-pullquote"><blockquote><p>We have never before signed one with the skippers in the room.</p><cite>Eilis Marrack</cite></blockquote></figure>
<p>The skippers were in the room because nobody had asked them to leave it. Eleven of them sat on fish boxes along the wall, and twice they were asked what a clause would mean at sea.</p>
<h3>What is left open</h3>
<ul><li>Whether sports anglers count as a fleet.</li><li>Who reads the logs of boats under twelve metres.</li></ul>
<figure class="wp-block-embed"><iframe src="https://films.courier.example/embed/fish-hall" width="560" height="315" title="Nineteen hours in the fish hall: the film"></iframe></figure>
<p>Parliaments have until <a href="#fund">the fund</a> is due, on 15 January, to say no.</p>`;

/** A whole story, with its body, tags and a correction. */
export const closure: Story = {
  ...fisheries,
  picture: {
    ...picture('grey-sound-spring-closure', 'A map of a sea between four coasts.'),
    caption: 'The Grey Sound, with the banks that will be closed.',
    credit: 'The Harbour Courier',
  },
  tags: [
    { id: 'ports', name: 'Ports', url: page('tag/ports') },
    { id: 'fisheries', name: 'Fisheries', url: page('tag/fisheries') },
  ],
  corrections: [
    { date: '2026-11-22T08:25:00+01:00', note: 'The fund is worth 48 million a year, not 84 million.' },
  ],
  body: closureBody,
};

/** A whole story in Urdu. */
export const mushairaWhole: Story = {
  ...mushaira,
  body: `<p>نمک گودام کی دیواریں اب بھی نمکین ہیں۔ نادرہ بختاور کہتی ہیں کہ یہاں کی شاعری کا ذائقہ چکھنا ہو تو دیوار پر ہاتھ پھیر لیجیے۔</p>
<h2>سننے والے</h2><p>پہلی قطار میں تین باورچی بیٹھے تھے، جن کا جہاز صبح چھ بجے روانہ ہونا تھا۔ وہ آخری شعر تک بیٹھے رہے۔</p>
<ul><li>اگلا مشاعرہ دسمبر کی پہلی جمعرات کو ہو گا۔</li></ul>`,
  tags: [{ id: 'urdu', name: 'اردو', url: page('tag/urdu') }],
};

/** All of them, the newest first. */
export const stories: readonly Story[] = [
  election,
  fisheries,
  tram,
  eastQuay,
  mushaira,
  eels,
  longWords,
  tremor,
];

const remark = (
  id: number,
  author: string,
  posted: string,
  text: string,
  more: Partial<Comment> = {},
): Comment => ({
  id: String(id),
  story: fisheries.id,
  author,
  posted: `2026-11-21T${posted}:00+01:00`,
  text,
  status: 'approved',
  ...more,
});

/** What readers said about the fisheries pact, oldest first. */
export const remarks: readonly Comment[] = [
  remark(
    1,
    'Teague Morrow',
    '07:02',
    'I fished the banks out of Lissen until my knees gave up, and I have read each of the three earlier agreements. They were longer than this one and had better paper.\n\nWhat they did not have was the pay. You cannot ask a crew of four to sit in a kitchen from March to May with the loan running.',
  ),
  remark(
    2,
    'Philippa Oake',
    '07:31',
    'Thank you. Seventy per cent of the average spring, yes, but averaged over which years?',
    { parent: '1' },
  ),
  remark(
    3,
    'Teague Morrow',
    '07:44',
    'The best three of the last ten, if what my nephew heard on the quay is right.',
    { parent: '2' },
  ),
  remark(
    4,
    'Sunniva Harrow',
    '09:15',
    'It is printed: annex B, paragraph 4. I made a small table of it on my site.',
    {
      parent: '3',
      authorUrl: 'https://sunniva-harrow.example.org/',
    },
  ),
  remark(
    5,
    'Philippa Oake',
    '10:03',
    'That table is the most useful thing I have read today, and I have read the pact.',
    { parent: '4' },
  ),
  remark(6, '', '08:10', '', { status: 'removed' }),
  remark(7, 'Runa Iversholt', '08:40', 'There is no need for that tone.', { parent: '6' }),
  remark(
    8,
    'نادرہ بختاور',
    '11:20',
    'سمندر کو بھی سانس لینے دیجیے۔ مچھلی تب ہی لوٹے گی جب جال گھر پر رہیں گے۔',
    { lang: 'ur' },
  ),
  remark(9, 'Owen Fairlie', '12:55', 'And who counts the boats at night?'),
];
