import {
  between,
  circle,
  curve,
  dice,
  each,
  fill,
  group,
  limb,
  mix,
  rect,
  ring,
  story,
  straight,
  stroke,
  times,
  wave,
  type Point,
} from './kit.js';

/** Sport: blocks on the slant. Pitch green, signal yellow, vermilion and bone. */
const green = '#12523d';
const pine = '#0b2f27';
const grass = '#2f7a52';
const yellow = '#f2b91f';
const red = '#df4a2f';
const bone = '#f5efdf';
const sea = '#1d5e74';
const abyss = '#0f3444';

/** A beam from one edge to the other; all of a picture's beams share a slope. */
const beam = (x: number, width: number, slope: number, colour: string, more = '') =>
  fill(
    straight([
      [x, -20],
      [x + width, -20],
      [x + width - slope * 840, 820],
      [x - slope * 840, 820],
    ]),
    colour,
    more,
  );

interface Pose {
  readonly head: Point;
  readonly neck: Point;
  readonly hip: Point;
  /** Shoulder, elbow, hand. */
  readonly arms: readonly (readonly Point[])[];
  /** Hip, knee, ankle, toe. */
  readonly legs: readonly (readonly Point[])[];
}
interface Kit {
  readonly skin: string;
  readonly shade: string;
  readonly shirt: string;
  readonly shirtShade: string;
  readonly shorts: string;
  readonly socks: string;
  readonly hair: string;
}

/** An athlete in flat tones; the first arm and the first leg are behind the body. */
function athlete({ head, neck, hip, arms, legs }: Pose, kit: Kit, build = 1): string {
  const leg = ([top, knee, ankle, toe]: readonly Point[], skin: string, shorts: string) =>
    fill(limb([top!, mix(top!, knee!, 0.5), knee!], [54 * build, 48 * build, 33 * build]), skin) +
    fill(limb([knee!, mix(knee!, ankle!, 0.4), ankle!], [33 * build, 36 * build, 17 * build]), skin) +
    fill(
      limb(
        [mix(knee!, ankle!, 0.16), mix(knee!, ankle!, 0.45), ankle!],
        [34 * build, 37 * build, 19 * build],
      ),
      kit.socks,
    ) +
    fill(
      limb([mix(ankle!, toe!, -0.3), mix(ankle!, toe!, 0.4), toe!], [20 * build, 24 * build, 11 * build]),
      pine,
    ) +
    fill(
      limb(
        [mix(top!, knee!, -0.1), mix(top!, knee!, 0.3), mix(top!, knee!, 0.66)],
        [60 * build, 64 * build, 62 * build],
      ),
      shorts,
    );
  const arm = ([top, elbow, hand]: readonly Point[], skin: string, sleeve: string) =>
    fill(
      limb([top!, elbow!, mix(elbow!, hand!, 0.5), hand!], [30 * build, 25 * build, 23 * build, 14 * build]),
      skin,
    ) +
    circle(hand![0], hand![1], 12 * build, skin) +
    fill(
      limb(
        [mix(top!, elbow!, -0.15), mix(top!, elbow!, 0.35), mix(top!, elbow!, 0.75)],
        [36 * build, 37 * build, 36 * build],
      ),
      sleeve,
    );
  const turn = (Math.atan2(neck[1] - hip[1], neck[0] - hip[0]) * 180) / Math.PI + 90;
  return (
    arm(arms[0]!, kit.shade, kit.shirtShade) +
    leg(legs[0]!, kit.shade, kit.shorts) +
    leg(legs[1]!, kit.skin, kit.shorts) +
    fill(limb([mix(neck, head, 0.1), mix(neck, head, 0.6)], [30 * build, 27 * build]), kit.shade) +
    fill(
      limb(
        [mix(neck, hip, -0.04), mix(neck, hip, 0.22), mix(neck, hip, 0.7), mix(neck, hip, 1.08)],
        [52 * build, 84 * build, 70 * build, 64 * build],
      ),
      kit.shirt,
    ) +
    group(
      `<ellipse rx="${(25 * build).toFixed(1)}" ry="${(31 * build).toFixed(1)}" fill="${kit.skin}"/>` +
        fill(
          `M${-27 * build} ${4 * build}Q${-34 * build} ${-40 * build} ${4 * build} ${-38 * build}Q${30 * build} ${-36 * build} ${26 * build} ${-10 * build}Q${4 * build} ${-20 * build} ${-8 * build} ${-4 * build}Q${-14 * build} ${12 * build} ${-27 * build} ${4 * build}Z`,
          kit.hair,
        ),
      `transform="translate(${head[0]} ${head[1]}) rotate(${turn.toFixed()})"`,
    ) +
    arm(arms[1]!, kit.skin, kit.shirt)
  );
}

function kick(): string {
  const ball = (x: number, y: number, r: number) =>
    circle(x, y, r, bone) +
    fill(
      straight(
        times(5, (i): Point => [
          x + Math.cos(i * 1.2566 - 1.2) * r * 0.42,
          y + Math.sin(i * 1.2566 - 1.2) * r * 0.42,
        ]),
      ),
      pine,
    ) +
    each(5, (i) =>
      stroke(
        straight(
          [
            [x + Math.cos(i * 1.2566 - 1.2) * r * 0.42, y + Math.sin(i * 1.2566 - 1.2) * r * 0.42],
            [x + Math.cos(i * 1.2566 - 1.2) * r * 0.86, y + Math.sin(i * 1.2566 - 1.2) * r * 0.86],
          ],
          false,
        ),
        pine,
        r * 0.13,
      ),
    ) +
    ring(x, y, r, pine, r * 0.1);
  const player: Pose = {
    head: [318, 236],
    neck: [336, 296],
    hip: [372, 470],
    arms: [
      [
        [352, 316],
        [450, 330],
        [520, 270],
      ],
      [
        [322, 312],
        [226, 352],
        [136, 310],
      ],
    ],
    legs: [
      [
        [362, 478],
        [366, 606],
        [312, 716],
        [372, 738],
      ],
      [
        [384, 474],
        [500, 530],
        [616, 588],
        [676, 560],
      ],
    ],
  };
  return story(
    green,
    beam(1560, 210, 0.95, grass) +
      beam(1180, 190, 0.95, '#1b6347') +
      beam(760, 210, 0.95, grass) +
      beam(380, 180, 0.95, '#1b6347') +
      beam(20, 170, 0.95, grass) +
      fill('M660 640L1012 150L1060 186L730 690Z', yellow) +
      fill('M730 690L1060 186L1076 198L790 716Z', red) +
      stroke('M-20 596Q360 470 520 820', bone, 9, 'opacity=".85"') +
      stroke('M880 -20L1220 232', bone, 8) +
      group(
        stroke('M0 0V-96H190V0', bone, 11, 'stroke-linejoin="round"') +
          stroke(
            each(13, (i) => `M${i * 15 + 5} -94V-2`) + each(7, (i) => `M2 ${i * 14 - 90}H188`),
            '#f5efdf99',
            2,
          ),
        'transform="translate(970 168) skewY(14)"',
      ) +
      fill('M1066 128q6 -24 22 -20q12 6 8 26l8 40h-12l-8 -26l-10 26h-12z', red) +
      circle(1082, 98, 10, '#8a5233') +
      fill('M120 760Q300 716 560 760Q380 800 120 760Z', pine, 'opacity=".6"') +
      athlete(
        player,
        {
          skin: '#8a5233',
          shade: '#6f3f28',
          shirt: red,
          shirtShade: '#b23a24',
          shorts: bone,
          socks: yellow,
          hair: '#1b1512',
        },
        1.12,
      ) +
      fill('M300 214Q262 196 250 246Q238 284 262 300Q262 262 292 248Z', '#1b1512') +
      ball(762, 556, 50) +
      stroke('M690 602l-44 30M710 626l-30 34M676 574l-50 14', bone, 7, 'stroke-linecap="round"'),
  );
}

function yacht(): string {
  const roll = dice('two capes');
  const sea3 = (y: number, slope: number, colour: string, bend: number) =>
    fill(
      `${curve(times(9, (index): Point => [-40 + index * 160, y + index * 160 * slope + (index % 2 ? -bend : bend)]))}V840H-40Z`,
      colour,
    );
  const rain = each(44, () => {
    const [x, y] = [between(roll, -50, 1200), between(roll, -20, 520)];
    return `M${x.toFixed()} ${y.toFixed()}l-${between(roll, 26, 80).toFixed()} ${between(roll, 44, 70).toFixed()}`;
  });
  const boat = group(
    fill('M-190 0L236 0Q196 58 120 66H-120Q-170 54 -190 0Z', red) +
      fill('M-190 0H236L230 12H-186Z', bone) +
      fill('M-176 34Q0 70 180 42Q150 62 120 66H-120Q-160 56 -176 34Z', '#a5321d') +
      rect(16, -438, 9, 440, pine) +
      fill('M12 -432Q-160 -230 -186 -38L10 -30Z', bone) +
      fill('M12 -432Q-60 -230 -70 -34L10 -30Z', '#e2d8bf') +
      stroke('M-66 -330L10 -318M-128 -216L10 -200M-166 -110L10 -98', pine, 3) +
      stroke('M-190 -30H14', pine, 9) +
      fill('M30 -404Q150 -210 228 -14L40 -40Q66 -220 30 -404Z', yellow) +
      fill('M30 -404Q72 -220 70 -34L40 -40Q66 -220 30 -404Z', '#c98f12') +
      fill('M-70 0Q-64 -34 -20 -34H40L58 0Z', '#d9cfb6') +
      rect(-30, -24, 26, 13, pine, 'rx="5"') +
      rect(6, -24, 26, 13, pine, 'rx="5"') +
      fill(
        limb(
          [
            [-128, 0],
            [-140, -34],
            [-120, -66],
          ],
          [40, 46, 34],
        ),
        yellow,
      ) +
      circle(-112, -88, 19, '#c98a5c') +
      fill('M-134 -88Q-134 -116 -108 -114Q-92 -110 -92 -94Q-116 -102 -118 -76Z', yellow) +
      fill(
        limb(
          [
            [-120, -58],
            [-88, -40],
            [-62, -46],
          ],
          [19, 16, 12],
        ),
        yellow,
      ) +
      stroke('M-64 -46L-150 -6', pine, 6),
    'transform="translate(560 420) rotate(-21) scale(1.06)"',
  );
  return story(
    '#c8d2cd',
    beam(1500, 330, 1.15, '#9fb4b5') +
      beam(1010, 210, 1.15, '#b4c4c1') +
      beam(560, 260, 1.15, '#8ba7ab') +
      beam(140, 160, 1.15, '#b4c4c1') +
      stroke(rain, bone, 4, 'stroke-linecap="round" opacity=".8"') +
      sea3(396, -0.1, '#5f97a3', 26) +
      stroke(
        curve([
          [1220, 262],
          [1010, 300],
          [900, 352],
          [960, 404],
          [1120, 424],
          [1220, 470],
        ]),
        red,
        7,
        'stroke-dasharray="18 14"',
      ) +
      sea3(540, -0.16, sea, 38) +
      boat +
      sea3(612, -0.13, '#174c60', -44) +
      fill(
        limb(
          [
            [424, 590],
            [490, 552],
            [552, 496],
            [604, 484],
            [668, 502],
            [744, 548],
          ],
          [2, 12, 17, 18, 11, 2],
        ),
        bone,
      ) +
      fill(
        limb(
          [
            [340, 640],
            [420, 630],
            [500, 588],
          ],
          [2, 9, 2],
        ),
        '#5f97a3',
      ) +
      sea3(744, -0.09, abyss, 40) +
      stroke(
        'M60 690q70 -40 150 -14M880 640q90 -44 180 -12M560 742q70 -36 150 -14',
        '#5f97a3',
        9,
        'stroke-linecap="round"',
      ),
  );
}

function eights(): string {
  const rower = (x: number, side: number, shirt: string) =>
    stroke(`M${x + 12} ${side * 20}L${x - 40} ${side * 208}`, bone, 7, 'stroke-linecap="round"') +
    fill(
      `M${x - 34} ${side * 178}l-20 ${side * 74}q20 ${side * 8} 26 ${side * -4}l12 ${side * -68}z`,
      shirt === red ? yellow : red,
    ) +
    stroke(
      `M${x - 14} -14L${x + 20} ${side * 16}M${x - 14} 14L${x + 22} ${side * 22}`,
      '#b9794e',
      11,
      'stroke-linecap="round"',
    ) +
    `<ellipse cx="${x - 14}" rx="15" ry="29" fill="${shirt}"/>` +
    circle(x - 8, 0, 13.5, ['#3b2418', '#7a4a26', '#c99a4f'][Math.round(Math.abs(x)) % 3]!);
  const shell = (shirt: string, hull: string, cap: string) =>
    fill('M-600 0Q-500 -30 0 -32Q500 -30 640 0Q500 30 0 32Q-500 30 -600 0Z', hull) +
    fill('M-480 0Q-400 -19 0 -20Q400 -19 470 0Q400 19 0 20Q-400 19 -480 0Z', pine) +
    each(8, (index) => rower(-400 + index * 100, index % 2 ? 1 : -1, shirt)) +
    `<ellipse cx="440" rx="15" ry="25" fill="${cap}"/>` +
    circle(436, 0, 13, cap) +
    fill('M424 -6l-16 6l16 6z', pine) +
    fill('M612 -6h34v12h-34z', bone);
  const puddles = (y: number) =>
    each(
      8,
      (index) =>
        ring(-470 + index * 100, y + (index % 2 ? 208 : -208), 24, '#7fb0b4', 5) +
        ring(-570 + index * 100, y + (index % 2 ? 206 : -206), 14, '#7fb0b4', 4),
    );
  return story(
    sea,
    group(
      each(15, (index) =>
        rect(-900, -720 + index * 100, 1800, index % 3 ? 46 : 62, index % 2 ? '#246a80' : '#1a566b'),
      ) +
        each(26, (index) =>
          stroke(
            wave(-860 + ((index * 367) % 1600), -560 + index * 46, 110, 12, 56),
            '#5f9fab',
            5,
            'stroke-linecap="round"',
          ),
        ) +
        rect(452, -900, 26, 1800, red) +
        each(19, (index) => rect(452, -900 + index * 96, 26, 48, bone)) +
        fill('M-900 -168L-560 -196L-560 -176Z', bone, 'opacity=".5"') +
        puddles(-190) +
        puddles(242) +
        group(
          fill('M-590 14Q-500 -16 0 -18Q500 -16 650 14Q500 44 0 46Q-500 44 -590 14Z', abyss, 'opacity=".5"') +
            shell(red, yellow, bone),
          'transform="translate(-20 -190)"',
        ) +
        group(
          fill('M-590 14Q-500 -16 0 -18Q500 -16 650 14Q500 44 0 46Q-500 44 -590 14Z', abyss, 'opacity=".5"') +
            shell(bone, red, yellow),
          'transform="translate(-52 242)"',
        ),
      'transform="translate(600 400) rotate(-24) scale(.86)"',
    ),
  );
}

function keeper(): string {
  const pose: Pose = {
    head: [706, 278],
    neck: [636, 316],
    hip: [452, 420],
    arms: [
      [
        [634, 290],
        [736, 222],
        [852, 176],
      ],
      [
        [634, 350],
        [744, 344],
        [856, 266],
      ],
    ],
    legs: [
      [
        [446, 404],
        [336, 366],
        [240, 452],
        [196, 420],
      ],
      [
        [448, 436],
        [322, 506],
        [188, 600],
        [134, 580],
      ],
    ],
  };
  const slats = each(9, (index) =>
    beam(1900 - index * 230, 92 + ((index * 37) % 60), 0.72, ['#f2b91f', '#f6cf63', '#e3a312'][index % 3]!),
  );
  const hand = (x: number, y: number, turn: number) =>
    group(
      fill(
        'M-24 -20Q6 -34 14 -20L44 -30Q54 -22 46 -14L54 -10Q60 0 50 4L52 10Q52 22 40 20L34 28Q10 34 -24 20Z',
        bone,
      ) + stroke('M14 -8L44 -12M16 4L48 4M14 14L38 20', '#c9bfa6', 4),
      `transform="translate(${x} ${y}) rotate(${turn})"`,
    );
  return story(
    red,
    slats +
      fill('M-20 700L1220 560V820H-20Z', pine) +
      fill('M-20 720L1220 584V600L-20 744Z', '#1b6347') +
      stroke('M1096 -20V592', bone, 30) +
      stroke('M1118 -20V590', '#c9bfa6', 12) +
      each(11, (index) => stroke(`M${1140 + index * 14} -20V${586 - index * 2}`, '#f5efdf66', 2)) +
      each(18, (index) => stroke(`M1130 ${index * 36}L1210 ${index * 36 - 10}`, '#f5efdf66', 2)) +
      fill('M150 742Q460 640 820 650Q560 740 150 742Z', '#061d18') +
      [
        [120, 330],
        [60, 430],
        [190, 250],
      ]
        .map(([x, y], index) =>
          stroke(`M${x} ${y}l${130 - index * 22} ${-58 + index * 9}`, bone, 9, 'stroke-linecap="round"'),
        )
        .join('') +
      athlete(
        pose,
        {
          skin: '#dba27a',
          shade: '#b97c56',
          shirt: sea,
          shirtShade: '#174c60',
          shorts: pine,
          socks: bone,
          hair: '#5a2d18',
        },
        1.18,
      ) +
      fill('M688 250Q640 216 608 236Q590 254 562 244Q590 284 650 276Z', '#5a2d18') +
      hand(866, 254, -30) +
      hand(870, 166, -24) +
      circle(972, 172, 58, bone) +
      fill('M954 142L990 136L1006 168L978 192L946 176Z', pine) +
      stroke('M954 142L930 128M990 136L1004 118M1006 168L1028 174M978 192L982 228M946 176L918 190', pine, 7) +
      ring(972, 172, 58, pine, 6) +
      stroke('M1040 128l46 -24M1046 170l60 -8M1034 210l44 16', bone, 8, 'stroke-linecap="round"'),
  );
}

function tideCricket(): string {
  const pose: Pose = {
    head: [470, 232],
    neck: [486, 296],
    hip: [500, 460],
    arms: [
      [
        [506, 312],
        [572, 382],
        [632, 330],
      ],
      [
        [470, 312],
        [546, 376],
        [628, 344],
      ],
    ],
    legs: [
      [
        [490, 466],
        [424, 560],
        [346, 672],
        [300, 690],
      ],
      [
        [512, 466],
        [586, 556],
        [604, 690],
        [662, 704],
      ],
    ],
  };
  const pad = (knee: Point, ankle: Point) =>
    fill(limb([mix(knee, ankle, -0.25), mix(knee, ankle, 0.3), ankle], [50, 52, 38]), bone) +
    each(4, (index) => {
      const [x, y] = mix(knee, ankle, index * 0.24 - 0.05);
      return stroke(`M${x - 20} ${y - 6}l40 10`, '#c9bfa6', 4);
    });
  const tide = (y: number, slope: number, colour: string) =>
    fill(
      `${curve(times(11, (index): Point => [-40 + index * 130, y + index * 130 * slope + (index % 2 ? 16 : -14)]))}V-40H-40Z`,
      colour,
    );
  return story(
    '#d9b878',
    beam(1360, 160, 1.3, '#e2c78f') +
      beam(960, 130, 1.3, '#cda866') +
      beam(520, 190, 1.3, '#e2c78f') +
      tide(560, -0.4, '#b79a63') +
      tide(520, -0.4, bone) +
      tide(498, -0.4, '#6fa3a6') +
      tide(420, -0.37, '#3f8391') +
      tide(330, -0.35, sea) +
      tide(210, -0.3, abyss) +
      each(7, (index) =>
        stroke(`M${110 + index * 126} ${372 - index * 46}l90 -34`, '#6fa3a6', 6, 'stroke-linecap="round"'),
      ) +
      [
        [700, 150, 1],
        [880, 116, 0.8],
        [300, 262, 1.2],
      ]
        .map(([x, y, size]) =>
          group(
            fill('M-48 0H52L34 22H-34Z', bone) +
              fill('M-48 0H52L48 6H-46Z', red) +
              stroke('M4 0V-58', bone, 5) +
              fill('M10 -54L40 -12H10Z', yellow),
            `transform="translate(${x} ${y}) rotate(-8) scale(${size})"`,
          ),
        )
        .join('') +
      each(16, (index) =>
        stroke(
          `M${60 + index * 78} ${790 - (index % 3) * 26}q20 -12 44 -4`,
          '#b08c4f',
          5,
          'stroke-linecap="round"',
        ),
      ) +
      fill('M230 716Q520 690 900 742Q560 776 230 716Z', '#a98748') +
      fill('M262 700L176 764L300 740Z', '#a98748') +
      [214, 244, 274]
        .map(
          (x, index) =>
            fill(`M${x} ${498 - index * 3}h13l6 214h-13z`, bone) + rect(x + 12, 506, 5, 202, '#c9bfa6'),
        )
        .join('') +
      fill('M208 490l88 -8v10l-88 8z', red) +
      fill(
        straight([
          [632, 312],
          [650, 326],
          [700, 268],
          [684, 252],
        ]),
        pine,
      ) +
      fill(
        straight([
          [678, 244],
          [716, 276],
          [884, 84],
          [850, 56],
        ]),
        yellow,
      ) +
      fill(
        straight([
          [700, 262],
          [716, 276],
          [884, 84],
          [868, 70],
        ]),
        '#c98f12',
      ) +
      athlete(
        pose,
        {
          skin: '#9c6040',
          shade: '#7d4a30',
          shirt: green,
          shirtShade: pine,
          shorts: '#17604a',
          socks: bone,
          hair: pine,
        },
        1.12,
      ) +
      pad([424, 560], [346, 672]) +
      pad([586, 556], [604, 690]) +
      fill('M434 226Q430 182 476 184Q512 188 510 220L546 228Q548 240 508 238L436 240Z', red) +
      circle(630, 336, 20, bone) +
      circle(618, 352, 18, bone) +
      circle(1010, 320, 22, red) +
      stroke('M1000 302q14 18 18 38', bone, 3) +
      stroke('M968 352l-60 52M986 372l-40 50M954 330l-56 30', bone, 8, 'stroke-linecap="round"'),
  );
}

export const sport = {
  'dockside-off-the-bottom': kick,
  'skipper-turns-back': yacht,
  'long-mile-by-a-hand': eights,
  'club-that-sells-goalkeepers': keeper,
  'tidal-cricket': tideCricket,
};
