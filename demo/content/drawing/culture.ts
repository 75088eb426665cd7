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
  type Point,
} from './kit.js';

/** Culture: posters of flat shapes. Plum, rose, teal and gold on cream. */
const cream = '#f4e8d4';
const plum = '#43223c';
const rose = '#d3705f';
const blush = '#e9b49a';
const teal = '#2c6e6c';
const night = '#173f45';
const gold = '#e3a83c';

function saltLedger(): string {
  const roll = dice('ledger');
  const left = (u: number, v: number): Point => [
    112 + v * -74 + u * (488 + v * 74),
    300 + v * 390 + Math.sin(u * 2.7 + 0.25) * -46,
  ];
  const right = (u: number, v: number): Point => {
    const [x, y] = left(1 - u, v);
    return [1200 - x, y];
  };
  const page = (side: typeof left, top = 0) =>
    straight([...times(13, (i) => side(i / 12, top)), ...times(13, (i) => side(1 - i / 12, 1))]);
  const pan = (side: typeof left, u: number, v: number, colour: string) => {
    const [du, dv] = [0.19, 0.205];
    return fill(
      straight([
        side(u, v),
        side(u + du / 2, v),
        side(u + du, v),
        side(u + du, v + dv),
        side(u + du / 2, v + dv),
        side(u, v + dv),
      ]),
      colour,
    );
  };
  const pools = [teal, '#3d827d', blush, night, '#5c9a92', rose, '#8db7ab'];
  const pans = (side: typeof left) =>
    each(16, (index) =>
      pan(side, 0.07 + (index % 4) * 0.225, 0.07 + Math.floor(index / 4) * 0.23, pick(roll, pools)),
    );
  const heap = ([x, y]: Point, size: number) =>
    fill(
      `M${x - size} ${y}L${x} ${y - size * 1.24}L${x + size * 2.2} ${y + size * 0.16}Z`,
      plum,
      'opacity=".28"',
    ) +
    fill(
      `M${x - size} ${y}Q${x - size * 0.3} ${y - size * 0.9} ${x} ${y - size * 1.25}Q${x + size * 0.4} ${y - size * 0.8} ${x + size} ${y}Q${x} ${y + size * 0.34} ${x - size} ${y}Z`,
      '#fffaf0',
    ) +
    fill(
      `M${x} ${y - size * 1.25}Q${x + size * 0.4} ${y - size * 0.8} ${x + size} ${y}Q${x + size * 0.5} ${y + size * 0.16} ${x + size * 0.1} ${y + size * 0.16}Q${x + size * 0.3} ${y - size * 0.5} ${x} ${y - size * 1.25}Z`,
      '#d8c4b4',
    );
  const heaps: [number, number, number, boolean][] = [
    [0.2, 0.26, 30, true],
    [0.62, 0.24, 36, true],
    [0.42, 0.5, 48, true],
    [0.3, 0.25, 34, false],
    [0.55, 0.48, 44, false],
    [0.82, 0.26, 28, false],
    [0.2, 0.78, 66, true],
    [0.3, 0.8, 62, false],
  ];
  const raker =
    fill('M840 640L990 672L846 652Z', plum, 'opacity=".3"') +
    fill(
      limb(
        [
          [832, 560],
          [828, 600],
          [838, 644],
        ],
        [22, 18, 14],
      ),
      plum,
    ) +
    fill(
      limb(
        [
          [840, 560],
          [858, 600],
          [862, 646],
        ],
        [22, 18, 14],
      ),
      plum,
    ) +
    fill(
      limb(
        [
          [822, 482],
          [834, 522],
          [838, 570],
        ],
        [34, 44, 40],
      ),
      rose,
    ) +
    circle(812, 462, 19, '#a8623f') +
    fill('M780 458Q812 420 842 456L850 462H774Z', gold) +
    stroke('M748 606L872 500', plum, 6) +
    stroke('M728 596L766 622', plum, 9) +
    fill(
      limb(
        [
          [824, 494],
          [846, 524],
          [868, 506],
        ],
        [16, 13, 11],
      ),
      '#a8623f',
    ) +
    fill(
      limb(
        [
          [822, 496],
          [806, 530],
          [800, 560],
        ],
        [16, 13, 11],
      ),
      '#a8623f',
    );
  return story(
    gold,
    circle(600, 250, 190, '#eec063') +
      circle(600, 250, 128, cream) +
      fill('M30 744Q320 690 600 760Q880 690 1170 744L1090 330H110Z', plum) +
      each(
        5,
        (index) =>
          fill(
            page((u, v) => [left(u, v)[0] - 12 + index * 3, left(u, v)[1] + 34 - index * 7]),
            index % 2 ? '#cdb79b' : cream,
          ) +
          fill(
            page((u, v) => [right(u, v)[0] + 12 - index * 3, right(u, v)[1] + 34 - index * 7]),
            index % 2 ? '#cdb79b' : cream,
          ),
      ) +
      pans(left) +
      pans(right) +
      fill(straight([left(0.9, 0), left(1, 0), left(1, 1), left(0.93, 1)]), plum, 'opacity=".16"') +
      stroke(straight([left(1, 0), left(1, 1)], false), plum, 4) +
      heaps.map(([u, v, size, west]) => heap((west ? left : right)(u, v), size)).join('') +
      raker,
  );
}

function saltStore(): string {
  const arches = [plum, '#572b49', '#6d3850', '#8c4a56', '#b5624f', rose, gold];
  const arch = (index: number, colour: string) => {
    const [wide, top] = [640 - index * 82, -150 + index * 78];
    const base = 800 - index * 30;
    return fill(
      `M${600 - wide} ${base}V${top + wide}A${wide} ${wide} 0 0 1 ${600 + wide} ${top + wide}V${base}Z`,
      colour,
    );
  };
  const lantern = (x: number, y: number, size: number) =>
    circle(x, y, size * 2.9, gold, 'opacity=".16"') +
    circle(x, y, size * 2, gold, 'opacity=".22"') +
    stroke(`M${x} -10V${y - size}`, plum, 4) +
    fill(
      `M${x - size * 0.7} ${y - size * 0.6}H${x + size * 0.7}L${x + size * 0.5} ${y + size * 0.8}H${x - size * 0.5}Z`,
      '#fff1c9',
    ) +
    fill(
      `M${x - size * 0.8} ${y - size * 0.6}Q${x} ${y - size * 1.5} ${x + size * 0.8} ${y - size * 0.6}Z`,
      plum,
    ) +
    rect(x - size * 0.6, y + size * 0.75, size * 1.2, 9, plum);
  const sitter = (
    x: number,
    y: number,
    size: number,
    coat: string,
    skin: string,
    cover: string,
    kind: number,
    turned = false,
  ) => {
    const cap = [
      fill(`M-44 -150Q-46 -206 0 -208Q46 -206 44 -150Q50 -90 66 -60H-66Q-50 -90 -44 -150Z`, cover) +
        (turned
          ? fill('M0 -208Q46 -206 44 -150Q50 -90 66 -60H30Q26 -150 0 -208Z', '#0002')
          : fill('M-26 -152Q-24 -186 0 -188Q24 -186 26 -152Q22 -118 0 -116Q-22 -118 -26 -152Z', skin)),
      fill('M-36 -166Q-34 -206 0 -206Q34 -206 36 -166Z', cover),
      fill(
        turned
          ? 'M-38 -150Q-44 -214 0 -214Q44 -214 38 -150Q0 -122 -38 -150Z'
          : 'M-38 -160Q-44 -214 0 -214Q44 -214 38 -160Q0 -186 -38 -160Z',
        cover,
      ),
      fill('M-42 -172Q0 -192 42 -172L34 -204Q0 -222 -34 -204Z', cover),
    ][kind]!;
    return group(
      fill('M-104 40Q-110 -74 -40 -96H40Q110 -74 104 40Z', coat) +
        fill('M-104 40Q-110 -74 -40 -96H-16Q-70 -60 -62 40Z', '#0002') +
        rect(-15, -118, 30, 34, skin) +
        circle(0, -156, 36, skin) +
        cap,
      `transform="translate(${x} ${y}) scale(${size})"`,
    );
  };
  const reader =
    fill('M560 632Q556 500 584 470H622Q650 500 646 632Z', teal) +
    circle(603, 434, 30, '#9c5a3c') +
    fill(
      'M568 440Q562 390 603 390Q644 392 640 444Q648 480 656 506H632Q640 460 630 430Q600 428 580 412Q572 440 572 506H550Q560 480 568 440Z',
      night,
    ) +
    fill(
      limb(
        [
          [632, 494],
          [662, 524],
          [650, 560],
        ],
        [20, 17, 14],
      ),
      teal,
    ) +
    fill('M600 548L676 534L684 572L610 586Z', cream);
  const dark = ['#2a1427', '#35192f', '#231022'];
  return story(
    '#2a1427',
    arches.map((colour, index) => arch(index, colour)).join('') +
      each(7, (index) =>
        stroke(`M${600 - 640 + index * 82} ${800 - index * 30}H${600 + 640 - index * 82}`, '#2a142766', 4),
      ) +
      circle(603, 470, 190, '#f6d489') +
      lantern(600, 206, 44) +
      lantern(296, 150, 34) +
      lantern(904, 150, 34) +
      fill('M440 640H760L800 700H400Z', '#572b49') +
      reader +
      [
        [330, 660, 0.62, 1],
        [470, 676, 0.6, 0],
        [760, 676, 0.6, 3],
        [884, 656, 0.62, 2],
      ]
        .map(([x, y, size, kind], index) =>
          sitter(
            x!,
            y!,
            size!,
            [rose, night, '#7c4152', teal][index]!,
            ['#b87349', '#8b5034', '#9c5a3c', '#c98a5c'][index]!,
            [plum, gold, cream, plum][index]!,
            kind!,
          ),
        )
        .join('') +
      sitter(92, 800, 1.25, dark[0]!, '#5d3136', cream, 3, true) +
      sitter(348, 840, 1.3, '#1b3a40', '#4b2a33', rose, 0, true) +
      sitter(600, 868, 1.2, dark[1]!, '#5d3136', '#2a1427', 2, true) +
      sitter(858, 840, 1.3, dark[2]!, '#4b2a33', gold, 0, true) +
      sitter(1110, 806, 1.25, '#1b3a40', '#5d3136', cream, 1, true),
  );
}

function silo(): string {
  const [x, y] = [600, 400];
  const on = (radius: number, turn: number): Point => [
    x + Math.cos(turn) * radius,
    y + Math.sin(turn) * radius,
  ];
  const instruments = [
    fill('M14 -8Q30 -24 40 -6Q52 -10 54 8Q44 26 30 14Q16 16 14 -8Z', '#a85a2a') +
      stroke('M8 26L70 -18M50 0L74 -4', '#2a1427', 4),
    fill('M18 -30Q52 -40 60 -12Q76 0 64 26Q40 46 22 26Q30 0 18 -30Z', '#8a4522') +
      stroke('M30 -4L84 4M40 -40L52 44', '#2a1427', 5),
    stroke('M12 4H78', gold, 8) + fill('M70 -16L100 -28V34L70 22Z', gold),
  ];
  const parts =
    `<path id="shadow" d="M-30 -20L-230 -34V34L-30 20Z" fill="${plum}" opacity=".34"/>` +
    '<g id="coat"><path d="M-20 -44Q24 -46 26 0Q24 46 -20 44Q-42 0 -20 -44Z" stroke="none"/><path d="M0 -36L32 -14M0 36L32 16" stroke-width="16" stroke-linecap="round"/></g>' +
    `<g id="head"><circle cx="-4" r="21"/><circle cx="6" r="15" fill="#c98a5c"/><circle cx="-3" r="16"/></g>` +
    instruments.map((instrument, kind) => group(instrument, `id="with${kind}"`)).join('');
  const player = (radius: number, turn: number, coat: string, kind: number) => {
    const [px, py] = on(radius, turn);
    const hair = ['#2a1427', '#6b3a28', '#c08a4c', '#1c1c22'][(kind + Math.round(turn * 10)) % 4]!;
    const degrees = ((turn * 180) / Math.PI + 180).toFixed();
    return group(
      `<use href="#shadow"/><use href="#coat" fill="${coat}" stroke="${coat}"/><use href="#with${kind}"/><use href="#head" fill="${hair}"/>`,
      `transform="translate(${px.toFixed()} ${py.toFixed()}) rotate(${degrees})"`,
    );
  };
  const circleOf = (
    count: number,
    radius: number,
    offset: number,
    kinds: (index: number) => number,
    coats: string[],
  ) =>
    each(count, (index) =>
      player(radius, (index / count) * Math.PI * 2 + offset, coats[index % coats.length]!, kinds(index)),
    );
  return story(
    night,
    `<defs>${parts}</defs>` +
      circle(x, y, 590, '#1f4d52') +
      circle(x, y, 500, teal) +
      circle(x, y, 398, '#cf8b62') +
      circle(x, y, 300, blush) +
      circle(x, y, 176, '#f6d9a6') +
      circle(x, y, 78, cream) +
      each(48, (index) => {
        const turn = (index / 48) * Math.PI * 2;
        return stroke(straight([on(500, turn), on(760, turn)], false), '#10323a', 5);
      }) +
      [300, 398, 500].map((radius) => ring(x, y, radius, plum, 5, 'opacity=".5"')).join('') +
      circleOf(15, 452, 0.1, (index) => (index % 5 === 2 ? 1 : 0), [plum, '#2b2036', '#5b2b48']) +
      circleOf(11, 346, 0.3, (index) => (index % 3 ? 0 : 1), ['#7a2f3c', plum]) +
      circleOf(7, 226, 0.05, () => 2, [night, '#24565a']) +
      fill('M560 470L640 470L760 800H440Z', plum, 'opacity=".22"') +
      rect(560, 318, 80, 46, cream, `stroke="${plum}" stroke-width="5"`) +
      stroke('M600 320V362M570 330h22M570 340h22M608 330h22M608 340h22', plum, 3) +
      stroke('M574 412L532 372M626 412L672 366', plum, 22, 'stroke-linecap="round"') +
      fill('M552 404Q600 380 648 404Q656 452 600 456Q544 452 552 404Z', plum) +
      circle(528, 368, 12, '#c98a5c') +
      circle(676, 362, 12, '#c98a5c') +
      stroke('M676 362L724 310', '#fffaf0', 5, 'stroke-linecap="round"') +
      circle(600, 414, 27, '#d9d3cc') +
      fill('M578 402Q600 378 622 402Q600 394 578 402Z', '#c98a5c'),
  );
}

function whale(): string {
  const stripes = ['#f4e8d4', '#f1dcc0', '#edc7a6', '#e6a98a', '#da8670', '#c4695f', '#8d4a58'];
  const tiles = each(8, (row) => {
    const [y, half] = [494 + row * 44, 60 + row * 92];
    return each(Math.ceil((half * 2) / 60) + 1, (index) =>
      fill(
        `M${600 - half + index * 60 - (row % 2) * 30} ${y}h56v20q-28 34 -56 0z`,
        [plum, '#572b49', '#4b2541', '#6d3850'][(index * 3 + row) % 4]!,
      ),
    );
  });
  return story(
    stripes[0]!,
    each(7, (index) => rect(0, index * 86, 1200, 90, stripes[index]!)) +
      rect(0, 560, 1200, 240, '#8d4a58') +
      circle(300, 300, 110, '#f6d489') +
      [
        [150, 84],
        [216, 122],
        [92, 136],
      ]
        .map(([x, y]) =>
          stroke(`M${x! - 34} ${y! - 10}q20 -16 34 8q14 -24 34 -8`, plum, 5, 'stroke-linecap="round"'),
        )
        .join('') +
      `<defs>${clip('roof', fill('M600 448L1330 800H-130Z', '#000'))}</defs>` +
      fill('M600 436L1350 800H-150Z', '#2a1427') +
      clipped('roof', tiles) +
      stroke('M600 446L1330 800M600 446L-130 800', blush, 9) +
      fill('M600 470L1330 830H600Z', '#2a1427', 'opacity=".35"') +
      rect(592, 250, 16, 210, '#2a1427') +
      circle(600, 452, 26, gold) +
      circle(600, 406, 13, gold) +
      stroke('M484 428H716', '#2a1427', 9) +
      fill('M456 428l34 -18v36zM744 428l-34 -18v36z', '#2a1427') +
      fill(
        'M250 214Q262 118 420 108Q600 92 720 164Q800 206 862 168Q846 122 878 84Q902 124 934 132Q984 126 1012 150Q960 196 912 190Q850 262 720 280Q560 306 420 290Q268 280 250 214Z',
        teal,
      ) +
      fill(
        'M250 214Q262 118 420 108Q600 92 720 164Q790 204 846 178Q760 232 640 214Q480 184 250 214Z',
        '#3f8a80',
      ) +
      fill('M250 218Q330 244 460 238Q420 280 372 284Q262 270 250 218Z', cream) +
      stroke('M274 232L340 276M300 236L372 282M332 240L404 282M370 240L430 276', teal, 4) +
      stroke('M250 216Q330 244 466 236', night, 6) +
      fill('M500 268Q520 330 580 354Q590 316 566 274Z', night) +
      circle(452, 196, 15, cream) +
      circle(449, 198, 8, night) +
      stroke('M424 172Q450 150 482 172', night, 9, 'stroke-linecap="round"') +
      each(18, (index) => circle(520 + index * 20, 176 + Math.sin(index / 5) * 12 + index, 3.4, gold)) +
      stroke(
        curve([
          [556, 96],
          [548, 60],
          [512, 44],
        ]),
        teal,
        8,
        'stroke-linecap="round"',
      ) +
      stroke(
        curve([
          [560, 96],
          [572, 56],
          [610, 48],
        ]),
        teal,
        8,
        'stroke-linecap="round"',
      ),
  );
}

function touchMap(): string {
  const roll = dice('by touch');
  const cord = (points: Point[], colour: string, width: number) => {
    const id = `cord${width}`;
    const lay = (line: string, more: string) => `<use href="#${id}" stroke="${line}" ${more}/>`;
    return (
      `<defs><path id="${id}" d="${curve(points)}" fill="none" stroke-width="${width}"/></defs>` +
      lay('#2a142740', 'x="5" y="7"') +
      lay(colour, '') +
      lay('#2a142755', `stroke-dasharray="2.5 ${Math.round(width * 0.55)}"`)
    );
  };
  const patch = (id: string, points: Point[], colour: string, texture: string) => {
    const path = curve(points, true);
    return (
      fill(path, '#2a142738', 'transform="translate(6 9)"') +
      fill(path, colour) +
      `<defs>${clip(id, fill(path, '#000'))}</defs>` +
      clipped(id, texture)
    );
  };
  const beads = (from: Point, to: Point, count: number, colour: string, size: number) =>
    each(count, (index) => {
      const [x, y] = mix(from, to, index / (count - 1));
      return (
        circle(x + 3, y + 5, size, '#2a142740') +
        circle(x, y, size, colour) +
        circle(x - size * 0.3, y - size * 0.3, size * 0.3, '#fff6')
      );
    });
  const grit = fill(
    each(110, () => `M${between(roll, 60, 420).toFixed()} ${between(roll, 420, 780).toFixed()}h4v4h-4z`),
    plum,
  );
  const washers = each(13, (index) => {
    const [x, y] = [690 + index * 40, 130 + Math.sin(index / 2.1) * 34];
    return (
      ring(x + 4, y + 6, 13, '#2a142740', 8) +
      ring(x, y, 13, '#aebfbd', 8) +
      ring(x - 1, y - 1, 15, '#e4ebe6', 1.6)
    );
  });
  const skin = '#a8623f';
  const finger = (points: Point[], width: number) => {
    const tip = points[points.length - 1]!;
    const before = points[points.length - 2]!;
    const turn = (Math.atan2(tip[1] - before[1], tip[0] - before[0]) * 180) / Math.PI;
    return (
      fill(
        limb(
          points,
          points.map((_, index) => width * (index === points.length - 1 ? 0.62 : 1.05 - index * 0.07)),
        ),
        skin,
      ) +
      group(
        `<ellipse rx="${width * 0.3}" ry="${width * 0.24}" fill="${blush}"/>`,
        `transform="translate(${mix(before, tip, 0.86)
          .map((v) => v.toFixed())
          .join(' ')}) rotate(${turn.toFixed()})"`,
      )
    );
  };
  const fingers: Point[][] = [
    [
      [812, 640],
      [726, 570],
      [668, 506],
      [634, 446],
    ],
    [
      [860, 600],
      [796, 508],
      [752, 426],
      [730, 350],
    ],
    [
      [910, 584],
      [872, 482],
      [846, 396],
      [834, 322],
    ],
    [
      [962, 596],
      [950, 508],
      [938, 436],
      [934, 376],
    ],
    [
      [846, 740],
      [752, 712],
      [676, 692],
      [616, 656],
    ],
  ];
  const palm = curve(
    [
      [790, 690],
      [806, 620],
      [870, 566],
      [960, 566],
      [1008, 630],
      [1060, 730],
      [1150, 850],
      [900, 880],
      [850, 790],
    ],
    true,
  );
  return story(
    cream,
    hatch([0, 0, 1200, 800], 18, 9, '#ecdcc2', 2) +
      patch(
        'felt',
        [
          [90, 80],
          [300, 50],
          [430, 120],
          [400, 250],
          [240, 300],
          [80, 220],
        ],
        teal,
        hatch([60, 30, 400, 300], 90, 20, night, 9),
      ) +
      patch(
        'sandpaper',
        [
          [60, 480],
          [220, 430],
          [390, 500],
          [410, 660],
          [250, 760],
          [70, 700],
        ],
        gold,
        grit,
      ) +
      patch(
        'wax',
        [
          [560, 200],
          [760, 210],
          [1010, 250],
          [1120, 400],
          [960, 520],
          [700, 480],
          [540, 350],
        ],
        blush,
        each(9, (index) => ring(820, 360, 26 + index * 34, '#d99a80', 5)),
      ) +
      patch(
        'card',
        [
          [470, 560],
          [640, 540],
          [720, 640],
          [620, 760],
          [460, 730],
        ],
        rose,
        hatch([430, 500, 320, 300], -30, 24, '#a84f45', 11),
      ) +
      cord(
        [
          [-20, 370],
          [180, 350],
          [360, 380],
          [520, 470],
          [580, 560],
          [560, 820],
        ],
        plum,
        21,
      ) +
      cord(
        [
          [440, -20],
          [480, 130],
          [460, 260],
          [500, 400],
          [440, 560],
          [450, 820],
        ],
        teal,
        14,
      ) +
      cord(
        [
          [-20, 420],
          [140, 400],
          [330, 440],
          [430, 520],
        ],
        rose,
        9,
      ) +
      cord(
        [
          [500, 400],
          [660, 400],
          [860, 300],
          [1040, 190],
          [1220, 180],
        ],
        plum,
        15,
      ) +
      cord(
        [
          [540, 60],
          [700, 50],
          [900, 70],
          [1220, 30],
        ],
        gold,
        10,
      ) +
      cord(
        [
          [660, 400],
          [720, 520],
          [900, 620],
          [1220, 620],
        ],
        teal,
        12,
      ) +
      beads([120, 340], [250, 320], 7, gold, 8) +
      beads([520, 300], [520, 100], 9, rose, 8) +
      beads([880, 330], [1060, 440], 8, teal, 10) +
      beads([600, 620], [660, 700], 4, cream, 9) +
      washers +
      group(
        fingers
          .map((points, index) =>
            fill(
              limb(
                points,
                points.map(() => [58, 58, 56, 46, 64][index]!),
              ),
              plum,
            ),
          )
          .join('') + fill(palm, plum),
        'transform="translate(16 24)" opacity=".28"',
      ) +
      fingers.map((points, index) => finger(points, [58, 60, 60, 50, 66][index]!)).join('') +
      fill(palm, skin) +
      stroke(
        curve([
          [826, 650],
          [880, 690],
          [900, 760],
        ]),
        '#8a4b30',
        5,
      ) +
      stroke(
        curve([
          [870, 610],
          [930, 650],
          [1000, 650],
        ]),
        '#8a4b30',
        4,
      ) +
      fill('M930 800L1140 700L1240 830H940Z', night),
  );
}

function winterWalks(): string {
  const head = (points: Point[], seed: string, bend = 0.12) =>
    straight([[-40, 840], ...rough(points, dice(seed), bend, 3), [1240, 840]]);
  const cut = (path: string, colour: string) =>
    fill(path, night, 'transform="translate(0 -10)" opacity=".16"') + fill(path, colour);
  const pine = (x: number, y: number, size: number, colour: string) =>
    fill(
      `M${x} ${y - 96 * size}L${x + 22 * size} ${y - 46 * size}H${x + 12 * size}L${x + 34 * size} ${y}H${x - 34 * size}L${x - 12 * size} ${y - 46 * size}H${x - 22 * size}Z`,
      colour,
    ) + rect(x - 4 * size, y, 8 * size, 15 * size, plum);
  const path: Point[] = [
    [700, 830],
    [780, 740],
    [640, 680],
    [470, 640],
    [430, 590],
    [560, 550],
    [690, 530],
    [720, 500],
    [640, 470],
    [600, 446],
  ];
  return story(
    '#f0cfae',
    rect(0, 0, 1200, 110, '#e9b49a') +
      rect(0, 110, 1200, 90, '#edc3a4') +
      circle(836, 214, 74, '#fff3d6') +
      rect(0, 300, 1200, 360, '#8fb9b5') +
      each(10, (index) =>
        stroke(
          `M${790 - index * 10 + (index % 3) * 24} ${316 + index * 14}h${64 + index * 11}`,
          '#fff3d6',
          4,
          'stroke-linecap="round"',
        ),
      ) +
      cut(
        head(
          [
            [-40, 250],
            [120, 210],
            [260, 262],
            [420, 300],
            [520, 330],
            [560, 840],
          ],
          'walk-a',
        ),
        '#b9cfca',
      ) +
      cut(
        straight([
          ...rough(
            [
              [900, 336],
              [1000, 280],
              [1110, 250],
              [1240, 262],
            ],
            dice('walk-b'),
            0.12,
            3,
          ),
          [1240, 440],
          [880, 440],
        ]),
        '#a9c4c1',
      ) +
      cut(
        head(
          [
            [-40, 350],
            [100, 300],
            [250, 330],
            [400, 400],
            [560, 440],
            [640, 456],
            [700, 840],
          ],
          'walk-c',
        ),
        '#dfe8e2',
      ) +
      rect(628, 440, 190, 13, plum) +
      [650, 700, 750, 800].map((x) => rect(x, 450, 8, 42, plum)).join('') +
      fill('M600 400L636 376L672 400V444H600Z', rose) +
      fill('M592 404L636 370L680 404L672 410L636 384L600 410Z', plum) +
      rect(628, 414, 16, 30, gold) +
      fill('M842 430H990L972 462H866Z', plum) +
      rect(872, 404, 86, 26, cream) +
      rect(926, 376, 18, 30, rose) +
      each(4, (index) => rect(880 + index * 19, 411, 10, 10, gold)) +
      cut(
        straight([
          [1240, 520],
          ...rough(
            [
              [1240, 390],
              [1130, 420],
              [1010, 500],
              [860, 560],
              [790, 600],
            ],
            dice('walk-d'),
            0.12,
            3,
          ),
          [760, 840],
          [1240, 840],
        ]),
        '#c9dad4',
      ) +
      cut(
        head(
          [
            [-40, 460],
            [120, 420],
            [280, 450],
            [440, 470],
            [620, 470],
            [760, 520],
            [860, 600],
            [1000, 640],
            [1240, 700],
          ],
          'walk-e',
          0.06,
        ),
        '#f3f3ea',
      ) +
      fill(limb(path, [92, 74, 58, 44, 36, 29, 24, 19, 14, 10]), '#dcb48f') +
      stroke(curve(path), rose, 3, 'stroke-dasharray="10 12" opacity=".7"') +
      [
        [112, 452, 0.9],
        [170, 470, 1.1],
        [60, 500, 1.2],
        [250, 476, 0.8],
        [310, 492, 0.95],
      ]
        .map(([x, y, size]) => pine(x!, y!, size!, teal))
        .join('') +
      cut(
        head(
          [
            [-40, 600],
            [60, 590],
            [170, 640],
            [270, 720],
            [360, 770],
            [460, 840],
          ],
          'walk-f',
        ),
        '#d5e2dc',
      ) +
      cut(
        straight([
          [1240, 640],
          ...rough(
            [
              [1240, 600],
              [1140, 640],
              [1040, 720],
              [900, 780],
              [840, 840],
            ],
            dice('walk-g'),
            0.12,
            3,
          ),
          [1240, 840],
        ]),
        '#e6ede6',
      ) +
      [
        [70, 690, 1.9],
        [170, 750, 1.6],
        [1150, 720, 2],
        [1060, 780, 1.5],
      ]
        .map(([x, y, size]) => pine(x!, y!, size!, night))
        .join('') +
      [
        [668, 662, 1, rose],
        [716, 668, 0.92, gold],
      ]
        .map(([x, y, size, coat]) =>
          group(
            fill('M-22 -10L-150 10L-16 4Z', night, 'opacity=".25"') +
              rect(-12, -36, 9, 40, plum) +
              rect(3, -36, 9, 40, plum) +
              fill('M-20 -30Q-22 -84 0 -86Q22 -84 20 -30Z', String(coat)) +
              circle(0, -98, 13, '#c98a5c') +
              fill('M-15 -99Q-13 -118 0 -118Q13 -118 15 -99Z', night),
            `transform="translate(${x} ${y}) scale(${size})"`,
          ),
        )
        .join(''),
  );
}

export const culture = {
  'the-salt-ledger-review': saltLedger,
  'urdu-evening-in-the-salt-store': saltStore,
  'orchestra-in-a-silo': silo,
  'weathervane-comes-home': whale,
  'a-map-by-touch': touchMap,
  'five-winter-walks': winterWalks,
};
