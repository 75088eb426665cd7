// What does not drift between two runs or two machines, and how much of it there may be. Times are no limits: `npm run bench`.

/** Of 100 cards in one list, given as data. */
export const hundredCards = {
  /** Lit's markers among them. */
  nodes: 3_740,
  listeners: 103,
  /** Layouts of the page until all cards stand. */
  layouts: 3,
};

/** What a reader's browser asks for, by bundled modules: requests and bytes, and the shift of the layout, two decimals. */
export const pages = {
  card: { scripts: 14, scriptBytes: 21_780, asked: 1, askedBytes: 400, shift: 0 },
  'ten elements of a story page': {
    scripts: 26,
    scriptBytes: 46_500,
    asked: 3,
    askedBytes: 2_100,
    shift: 0,
  },
  'the same and 40 cards': { scripts: 26, scriptBytes: 46_800, asked: 3, askedBytes: 3_300, shift: 0 },
  '100 cards': { scripts: 14, scriptBytes: 21_780, asked: 1, askedBytes: 2_700, shift: 0 },
};

/** What it asks for by the one file, however many elements there are. */
export const oneFile = { scripts: 1, scriptBytes: 76_000 };
