import {
  between,
  circle,
  clip,
  clipped,
  curve,
  dice,
  each,
  fill,
  group,
  hatch,
  limb,
  mix,
  pick,
  rect,
  ring,
  rough,
  story,
  straight,
  stroke,
  times,
  wave,
  type Point,
} from './kit.js';

/** World: sheets of an atlas. Sand, slate and one coral accent. */
const sand = '#e9dfc8';
const earth = '#a98d58';
const slate = '#34606a';
const deep = '#183841';
const coral = '#cf4a33';
const chalk = '#f6f0e0';

const land = (id: string, points: readonly Point[], bend = 0.25) =>
  `<path id="${id}" d="${straight(rough([...points, points[0]!], dice(id), bend, 3))}"/>`;

/** Shallows along the coasts, lighter by steps: wide strokes laid over each other. */
const shallows = (ids: readonly string[]) =>
  ['#477d85', '#5a8c91', '#719fa0', '#8fb4ae', '#b9d0c3']
    .map((colour, index) =>
      group(
        ids.map((id) => `<use href="#${id}"/>`).join(''),
        `fill="none" stroke-linejoin="round" stroke="${colour}" stroke-width="${[250, 176, 112, 60, 22][index]}"`,
      ),
    )
    .join('');

const graticule = (colour: string) =>
  each(7, (index) =>
    stroke(`M${index * 200 - 60} -10Q${index * 190} 400 ${index * 200 - 60} 810`, colour, 1.2),
  ) +
  each(5, (index) =>
    stroke(`M-10 ${index * 190 + 10}Q600 ${index * 190 + 70} 1210 ${index * 190 + 10}`, colour, 1.2),
  );

function greySound(): string {
  const roll = dice('sound');
  const lands = [
    land('tavary', [
      [-300, 240],
      [70, 290],
      [190, 380],
      [230, 470],
      [180, 560],
      [210, 650],
      [330, 740],
      [350, 860],
      [-300, 1100],
    ]),
    land('kestria', [
      [470, 860],
      [520, 740],
      [640, 690],
      [760, 720],
      [850, 670],
      [980, 730],
      [1010, 860],
    ]),
    land('vesmar', [
      [1260, 640],
      [1130, 600],
      [1060, 500],
      [1010, 420],
      [1050, 310],
      [980, 230],
      [1010, 120],
      [930, 60],
      [960, -60],
      [1260, -60],
    ]),
    land('thole', [
      [330, 60],
      [410, 30],
      [500, 80],
      [520, 150],
      [440, 180],
      [400, 240],
      [330, 190],
      [290, 120],
    ]),
    land(
      'thole-b',
      [
        [560, 30],
        [620, 20],
        [640, 70],
        [590, 100],
      ],
      0.3,
    ),
    land(
      'thole-c',
      [
        [240, 60],
        [275, 30],
        [290, 70],
        [255, 100],
      ],
      0.3,
    ),
    land(
      'thole-d',
      [
        [500, 220],
        [540, 210],
        [550, 250],
        [515, 265],
      ],
      0.3,
    ),
  ];
  const ids = ['tavary', 'kestria', 'vesmar', 'thole', 'thole-b', 'thole-c', 'thole-d'];
  const banks = (size: number) =>
    curve(
      times(14, (index): Point => {
        const turn = (index / 14) * Math.PI * 2;
        const swell = 1 + Math.sin(turn * 3 + 1) * 0.07;
        return [630 + Math.cos(turn) * 215 * size * swell, 430 + Math.sin(turn) * 132 * size * swell];
      }),
      true,
    );
  /** A shoal that turns about its middle, spaced as the seeds of a sunflower are. */
  const fish = each(44, (index) => {
    const turn = (index + 1.5) * 2.39996;
    const far = Math.sqrt((index + 1.5) / 45.5) * 0.87;
    const [x, y] = [630 + Math.cos(turn) * 206 * far, 430 + Math.sin(turn) * 122 * far];
    const heading =
      (Math.atan2(-Math.cos(turn) * 122, Math.sin(turn) * 206) * 180) / Math.PI + between(roll, -9, 9);
    return `<use href="#cod" transform="translate(${x.toFixed()} ${y.toFixed()}) rotate(${(heading + 180).toFixed()}) scale(${between(roll, 1.25, 1.6).toFixed(2)})"/>`;
  });
  const tracks: Point[][] = [
    [
      [236, 470],
      [330, 452],
      [395, 350],
      [520, 268],
      [660, 262],
    ],
    [
      [440, 190],
      [478, 206],
      [570, 190],
      [710, 232],
      [856, 306],
      [934, 392],
    ],
    [
      [1012, 425],
      [900, 470],
      [850, 560],
      [720, 596],
      [560, 600],
    ],
    [
      [642, 690],
      [600, 625],
      [470, 590],
      [380, 500],
    ],
  ];
  const rivers: Point[][] = [
    [
      [-20, 520],
      [60, 500],
      [110, 560],
      [160, 540],
      [196, 556],
    ],
    [
      [40, 820],
      [110, 740],
      [150, 690],
      [212, 654],
    ],
    [
      [1220, 170],
      [1150, 200],
      [1120, 160],
      [1070, 210],
      [986, 232],
    ],
    [
      [1220, 470],
      [1140, 440],
      [1100, 470],
      [1046, 470],
    ],
    [
      [800, 820],
      [780, 770],
      [806, 740],
      [790, 712],
    ],
  ];
  return story(
    '#356d78',
    `<defs>${lands.join('')}<path id="cod" d="M-13 0Q-3 -8 10 -1L17 -6V6L10 1Q-3 8 -13 0Z"/>${clip('banks', fill(banks(1), '#000'))}${clip('lands', ids.map((id) => `<use href="#${id}"/>`).join(''))}</defs>` +
      shallows(ids) +
      graticule('#ffffff3d') +
      clipped('lands', rect(0, 0, 1200, 800, sand) + hatch([-20, -20, 1240, 840], -38, 13, '#d8c9a3', 2)) +
      rivers.map((river) => stroke(curve(river), '#719fa0', 5, 'stroke-linecap="round"')).join('') +
      group(
        ids.map((id) => `<use href="#${id}"/>`).join(''),
        `fill="none" stroke="${deep}" stroke-width="4" stroke-linejoin="round"`,
      ) +
      fill(banks(1.16), '#2a5a66') +
      fill(banks(1), deep) +
      clipped('banks', hatch([400, 280, 460, 300], -32, 15, '#214853', 3)) +
      stroke(banks(1.16), coral, 8, 'stroke-dasharray="26 15"') +
      group(fish, `fill="${chalk}"`) +
      tracks
        .map((track) => stroke(curve(track), chalk, 4, 'stroke-dasharray="1 11" stroke-linecap="round"'))
        .join('') +
      tracks
        .map((track) => circle(track[0]![0], track[0]![1], 12, coral, `stroke="${chalk}" stroke-width="3"`))
        .join(''),
  );
}

function vesmar(): string {
  const roll = dice('vesmar');
  const [columns, rows] = [17, 11];
  const corner = times(rows + 1, (row) =>
    times(columns + 1, (column): Point => {
      const push = between(roll, -17, 17);
      return [90 + column * 60 + push + row * 6 - 30, 62 + row * 62 + between(roll, -16, 16)];
    }),
  );
  const districts = times(columns * rows, (index) => {
    const [row, column] = [Math.floor(index / columns), index % columns];
    const [x, y] = [column - 8 + (row - 5) * 0.5, (row - 5) * 1.45];
    const away = Math.hypot(x, y) + Math.sin(Math.atan2(y, x) * 3) * 1.1 + between(roll, -0.4, 0.4);
    const lean = Math.sin(column * 0.55 + row * 0.7) + between(roll, -0.7, 0.7);
    return { row, column, away, lean, height: column - row * 1.2 };
  })
    .sort((a, b) => a.away - b.away)
    .slice(0, 114);
  const blank = new Set([...districts].sort((a, b) => b.height - a.height).slice(0, 9));
  const draw = (inset: number) =>
    districts
      .map((district) => {
        const { row, column } = district;
        const ends = [
          corner[row]![column]!,
          corner[row]![column + 1]!,
          corner[row + 1]![column + 1]!,
          corner[row + 1]![column]!,
        ];
        const middle = mix(mix(ends[0]!, ends[2]!, 0.5), mix(ends[1]!, ends[3]!, 0.5), 0.5);
        const path = straight(ends.map((end) => mix(end, middle, inset)));
        if (inset === 0) return path;
        if (blank.has(district)) return fill(path, chalk);
        return fill(
          path,
          district.lean > 0 ? pick(roll, [slate, slate, '#2b535d']) : pick(roll, [coral, coral, '#b9402c']),
        );
      })
      .join('');
  const outline = draw(0);
  return story(
    sand,
    hatch([0, 0, 1200, 800], 0, 16, '#d8cba9', 2) +
      group(
        fill(outline, earth, `stroke="${earth}" stroke-width="10" stroke-linejoin="round" opacity=".55"`),
        'transform="translate(14 16)"',
      ) +
      fill(outline, deep, `stroke="${deep}" stroke-width="12" stroke-linejoin="round"`) +
      draw(0.07),
  );
}

function bridge(): string {
  const roll = dice('ostrel');
  const axis = (y: number) => 600 + Math.sin(y / 150 + 0.6) * 74 + Math.sin(y / 61) * 14;
  const bank = (side: number) =>
    times(18, (index): Point => [axis(index * 50 - 25) + side * (72 + Math.sin(index) * 8), index * 50 - 25]);
  const old = times(18, (index): Point => [axis(index * 50 - 120) + 62, index * 50 - 25]);
  const colours = ['#c9b27c', '#b99d63', '#dac899', '#9fa473', '#8b9468', '#e0d2ab'];
  const furrow = (turn: number) =>
    `<pattern id="furrow${turn}" width="11" height="11" patternUnits="userSpaceOnUse" patternTransform="rotate(${turn})">${rect(0, 0, 11, 3, '#0000002b')}</pattern>`;
  const plots = (left: number, lean: number, wide: number) =>
    each(5, (column) =>
      each(6, (row) => {
        const [x, y] = [left + column * wide, row * 150 - 60 + column * lean];
        const cornerAt = (dx: number, dy: number): Point => [x + dx, y + dy + (dx / wide) * lean];
        const split = between(roll, 55, 110);
        const turn = pick(roll, [0, 90, 35, 140]);
        const path = straight([
          cornerAt(3, 3),
          cornerAt(wide - 3, 3),
          cornerAt(wide - 3, split),
          cornerAt(3, split),
        ]);
        const rest = straight([
          cornerAt(3, split + 6),
          cornerAt(wide - 3, split + 6),
          cornerAt(wide - 3, 147),
          cornerAt(3, 147),
        ]);
        const furrows = roll() < 0.42 ? fill(path, `url(#furrow${turn})`) : '';
        return fill(path, pick(roll, colours)) + furrows + fill(rest, pick(roll, colours));
      }),
    );
  const trees = each(46, () => {
    const side = roll() < 0.5 ? -1 : 1;
    const y = between(roll, 0, 800);
    const x = axis(y) + side * between(roll, 92, 128);
    return Math.abs(y - 400) < 60
      ? ''
      : circle(x + 5, y + 6, 13, '#0003') +
          circle(x, y, between(roll, 9, 15), pick(roll, ['#56683f', '#6d7a4a', '#45583a']));
  });
  return story(
    earth,
    `<defs>${[0, 90, 35, 140].map(furrow).join('')}</defs>` +
      plots(-70, 26, 150) +
      plots(640, -22, 150) +
      fill(straight([...bank(-1.32), ...bank(1.32).reverse()]), '#e4d8b4') +
      fill(curve([...bank(-1)]) + curve([...bank(1)].reverse()).replace('M', 'L') + 'Z', slate) +
      each(4, (index) =>
        stroke(
          curve(times(18, (step): Point => [axis(step * 50 - 25) - 42 + index * 28, step * 50 - 25])),
          '#4f7d85',
          2.5,
          `stroke-dasharray="${60 + index * 22} ${34 + index * 9}"`,
        ),
      ) +
      trees +
      stroke(curve(old), coral, 6, 'stroke-dasharray="22 12 4 12"') +
      rect(-10, 392, 1220, 44, '#0004') +
      rect(-10, 378, 1220, 44, deep) +
      rect(564, 378, 78, 44, '#cfc8b6') +
      stroke('M-10 400H556M650 400H1210', chalk, 3.5, 'stroke-dasharray="26 18"') +
      stroke('M440 372H770M440 428H770', chalk, 5) +
      [455, 519, 690, 750].map((x) => rect(x, 366, 10, 68, chalk)).join('') +
      fill(
        limb(
          [
            [540, 560],
            [542, 585],
            [540, 612],
          ],
          [6, 24, 10],
        ),
        chalk,
        `stroke="${deep}" stroke-width="3"`,
      ) +
      stroke('M488 596Q540 580 606 566', chalk, 2, 'stroke-dasharray="3 7"'),
  );
}

function nightFerry(): string {
  const roll = dice('thole crossing');
  const ridge = (base: number, height: number, seed: string, steps = 9): string => {
    const from = dice(seed);
    const tops = times(steps + 1, (index): Point => [
      index * (1260 / steps) - 30,
      base - between(from, 0, height),
    ]);
    return straight([[-30, 820], ...rough(tops, from, 0.1, 2), [1230, 820]]);
  };
  const layer = (path: string, colour: string) =>
    fill(path, '#0b1f26', 'transform="translate(0 -9)" opacity=".22"') + fill(path, colour);
  const glints = (from: number, to: number, colour: string, count: number) =>
    each(count, () => {
      const y = between(roll, from, to);
      const spread = 40 + (y - from) * 0.7;
      const x = 848 + between(roll, -spread, spread);
      const wide = between(roll, 18, 74);
      return stroke(
        `M${(x - wide / 2).toFixed()} ${y.toFixed()}h${wide.toFixed()}`,
        colour,
        between(roll, 2.5, 5.5),
        'stroke-linecap="round"',
      );
    });
  const deck = (x: number, y: number, count: number, gap = 27) =>
    each(count, (index) => rect(x + index * gap, y, 15, 13, '#f3c46a', 'rx="2"'));
  const ship =
    fill('M210 566L238 640H700L762 560L640 566Z', '#0d242b') +
    fill('M214 576L224 604H723L745 580L640 584Z', coral) +
    fill('M252 566V520H300V480H612L640 520H668V566Z', chalk) +
    fill('M330 480V446H560L582 480Z', '#d9d0b9') +
    fill('M392 446L404 384H462L458 446Z', coral) +
    fill('M401 404L404 388H462L461 404Z', '#0d242b') +
    deck(268, 534, 14) +
    deck(316, 494, 11) +
    deck(346, 457, 8) +
    stroke('M600 446V380M560 446L600 384L668 520', '#0d242b', 3);
  return story(
    '#2d5863',
    rect(0, 0, 1200, 240, '#244b56') +
      rect(0, 0, 1200, 120, '#1c404b') +
      circle(848, 236, 150, '#ffffff10') +
      circle(848, 236, 112, '#ffffff14') +
      circle(848, 236, 76, '#f1dfae') +
      layer(ridge(330, 110, 'far'), '#3f717b') +
      layer(ridge(392, 130, 'middle-b', 7), '#30606b') +
      rect(0, 430, 1200, 400, '#4a7f87') +
      glints(436, 560, '#f1dfae', 30) +
      layer(
        straight([
          [-30, 470],
          ...rough(
            [
              [-30, 330],
              [90, 300],
              [190, 380],
              [330, 440],
              [420, 470],
            ],
            dice('near-w'),
            0.16,
            2,
          ),
        ]),
        '#1f4651',
      ) +
      layer(
        straight([
          [860, 482],
          ...rough(
            [
              [860, 480],
              [960, 430],
              [1050, 350],
              [1140, 380],
              [1230, 300],
            ],
            dice('near-e'),
            0.16,
            2,
          ),
          [1230, 482],
        ]),
        '#1f4651',
      ) +
      each(4, (index) =>
        fill(
          `${wave(-80 - index * 40, 540 + index * 22, 1400, 16, 150)}V820H-80Z`,
          ['#3c707a', '#356772', '#2d5d69', '#2d5d69'][index]!,
        ),
      ) +
      ship +
      each(4, (index) =>
        fill(
          `${wave(-60 - index * 52, 634 + index * 46, 1460, 22 + index * 5, 170 + index * 40)}V820H-80Z`,
          ['#22505c', '#1b434e', '#153641', '#0f2a33'][index]!,
        ),
      ) +
      glints(660, 700, '#f3c46a', 7),
  );
}

function trees(): string {
  const roll = dice('hollin');
  const rise = (x: number, y: number) => Math.sin(x / 210 + y / 340) * 34 + Math.sin(x / 96 - y / 150) * 13;
  const rows = times(19, (row) =>
    times(29, (column): Point => {
      const x = column * 43 + (row % 2) * 21 - 10;
      const y = row * 44 + 2;
      return [x + Math.sin(y / 130) * 18, y + rise(x, y)];
    }),
  );
  const furrow = rows
    .map((row) => stroke(curve(row.filter((_, index) => index % 4 === 0)), '#315c4b', 11))
    .join('');
  const dots = rows.flat().map(([x, y]) => {
    const dry = Math.sin(x / 240 + 1.2) * Math.cos(y / 210) * 0.34;
    const luck = roll() + dry;
    if (luck < 0.44) return `<use href="#t" x="${x.toFixed()}" y="${y.toFixed()}"/>`;
    if (luck < 0.74) return `<use href="#e" x="${x.toFixed()}" y="${y.toFixed()}"/>`;
    return `<use href="#n" x="${x.toFixed()}" y="${y.toFixed()}"/>`;
  });
  return story(
    '#244b3d',
    `<defs><g id="t">${circle(4, 5, 13, '#12291f')}${circle(0, 0, 13, '#b8c277')}${circle(-3, -4, 6, '#dfe0a4')}</g><g id="e">${ring(0, 0, 10, '#d9c79a', 3)}</g><path id="n" d="M-4 -4L4 4M4 -4L-4 4" stroke="#8d7b4f" stroke-width="2.5"/></defs>` +
      furrow +
      dots.join('') +
      stroke(
        curve([
          [-20, 590],
          [180, 560],
          [360, 610],
          [560, 520],
          [700, 560],
          [930, 430],
          [1220, 400],
        ]),
        '#c9b27c',
        24,
      ) +
      stroke(
        curve([
          [-20, 590],
          [180, 560],
          [360, 610],
          [560, 520],
          [700, 560],
          [930, 430],
          [1220, 400],
        ]),
        coral,
        4,
        'stroke-dasharray="14 12"',
      ) +
      circle(560, 521, 13, coral, `stroke="${chalk}" stroke-width="4"`),
  );
}

function dam(): string {
  const axis = (t: number): Point => [
    60 + t * 1120 + Math.sin(t * 5 + 0.4) * 40,
    640 - t * 480 + Math.sin(t * 8.4) * 68,
  ];
  const level = (distance: number, side: number): Point[] =>
    times(23, (index) => {
      const t = -0.14 + (index / 22) * 1.28;
      const [x, y] = axis(t);
      const swell =
        1 + Math.sin(t * 13 + distance / 95) * 0.17 + Math.sin(t * 29 + distance / 60 + side) * 0.06;
      return [x + side * distance * 0.42 * swell, y + side * distance * swell];
    });
  const band = (distance: number, colour: string) =>
    fill(
      curve(level(distance, -1)) + curve(level(distance, 1).reverse()).replace('M', 'L') + 'Z',
      colour,
      'stroke="#7b6a42" stroke-width="2"',
    );
  const reach = (side: number) =>
    level(112, side)
      .slice(4, 18)
      .map((end, index) =>
        mix(axis(-0.14 + ((index + 4) / 22) * 1.28), end, Math.sin(((index + 0.6) / 14.2) * Math.PI) ** 0.45),
      );
  const shore = [...reach(-1), ...reach(1).reverse()];
  const roof = ([x, y]: Point, turn: number, size: number) =>
    group(
      rect(-17, -11, 38, 27, '#0003') + rect(-20, -14, 40, 14, coral) + rect(-20, 0, 40, 14, '#a53a28'),
      `transform="translate(${x} ${y}) rotate(${turn}) scale(${size})"`,
    );
  const roofs: [Point, number, number][] = [
    [[536, 388], -18, 1],
    [[586, 366], -24, 0.9],
    [[574, 420], 64, 0.85],
    [[632, 388], -20, 1.1],
    [[640, 340], -30, 0.8],
    [[684, 362], -28, 0.9],
    [[620, 432], -12, 0.8],
    [[686, 412], 60, 0.75],
  ];
  return story(
    '#8d7746',
    [430, 372, 318, 268, 222, 180, 140]
      .map((distance, index) =>
        band(distance, ['#9b8550', '#aa945d', '#b8a36b', '#c5b27b', '#d1c08b', '#dccd9c', '#e4d8ad'][index]!),
      )
      .join('') +
      `<defs>${clip('lake', fill(curve(shore, true), '#000'))}</defs>` +
      clipped('lake', rect(0, 0, 1200, 800, '#c9cfb0') + hatch([0, 0, 1200, 800], -23, 13, '#9fb3a2', 2.5)) +
      stroke(curve(times(23, (index) => axis(-0.14 + (index / 22) * 1.28))), chalk, 27) +
      stroke(curve(times(23, (index) => axis(-0.14 + (index / 22) * 1.28))), slate, 18) +
      stroke(curve(shore, true), coral, 7, 'stroke-dasharray="24 14"') +
      stroke(
        curve([
          [-20, 760],
          [180, 668],
          [330, 600],
          [470, 470],
          [560, 402],
          [720, 372],
          [860, 250],
          [1220, 40],
        ]),
        chalk,
        7,
      ) +
      roofs.map(([place, turn, size]) => roof(place, turn, size)).join(''),
  );
}

export const world = {
  'grey-sound-spring-closure': greySound,
  'vesmar-election-count': vesmar,
  'bridge-at-ostrel': bridge,
  'night-ferry-returns': nightFerry,
  'million-trees-fact-check': trees,
  'upper-sarn-dam': dam,
};
