import {
  between,
  by,
  circle,
  clip,
  clipped,
  curve,
  dice,
  each,
  fill,
  group,
  limb,
  mix,
  pick,
  rect,
  ring,
  story,
  straight,
  stroke,
  times,
  wave,
  type Point,
} from './kit.js';

/** City: linocuts. Black, brick and mustard on a warm paper. */
const paper = '#efe4cf';
const ink = '#1b1f24';
const brick = '#b4452f';
const mustard = '#dda23a';
const dusk = '#2f4858';
const mist = '#9fb0ad';

/** The marks that a gouge leaves where it clears a sky or a sea. */
const gouges = (
  seed: string,
  [x, y, width, height]: readonly [number, number, number, number],
  colour: string,
  count: number,
) => {
  const roll = dice(seed);
  return fill(
    each(count, () => {
      const [left, top, long] = [x + roll() * width, y + roll() * height, between(roll, 40, 130)];
      const thick = between(roll, 3, 6.5);
      return `M${left.toFixed()} ${top.toFixed()}q${(long * 0.6).toFixed()} ${(-thick).toFixed(1)} ${long.toFixed()} 0q${(-long * 0.4).toFixed()} ${thick.toFixed(1)} ${(-long).toFixed()} 0z`;
    }),
    colour,
  );
};

const gable = (x: number, y: number, width: number, bottom: number, kind: number): string => {
  const right = x + width;
  const middle = x + width / 2;
  const step = width / 8;
  if (kind === 0)
    return straight([
      [x, bottom],
      [x, y],
      [middle, y - width * 0.55],
      [right, y],
      [right, bottom],
    ]);
  if (kind === 1) {
    const stairs = times(4, (i): Point[] => [
      [x + step * i, y - i * 30],
      [x + step * (i + 1), y - i * 30],
    ]).flat();
    const down = stairs.map(([sx, sy]): Point => [2 * middle - sx, sy]).reverse();
    return straight([[x, bottom], ...stairs, ...down, [right, bottom]]);
  }
  return straight([
    [x, bottom],
    [x, y - 30],
    [right, y - 30],
    [right, bottom],
  ]);
};

function tram(): string {
  const roll = dice('line six');
  const walls = [ink, '#243845', ink, '#7e3325', ink, '#243845', ink, '#243845'];
  let x = -40;
  const houses = times(8, (index) => {
    const width = between(roll, 128, 186);
    const top = between(roll, 180, 300);
    const left = x;
    x += width + 3;
    const [columns, lamp] = [width > 155 ? 4 : 3, pick(roll, [0, 3, 5, 7, 10])];
    const gap = width / columns;
    const pane = (index: number) => {
      const [px, py] = [
        left + (index % columns) * gap + gap * 0.26,
        top + 24 + Math.floor(index / columns) * 82,
      ];
      return `M${px.toFixed()} ${py.toFixed()}h${(gap * 0.48).toFixed()}v48h${(-gap * 0.48).toFixed()}z`;
    };
    const lit = (index: number) => index === lamp || index === (lamp * 3 + 1) % 11;
    const panes =
      fill(
        each(columns * 4, (index) => (lit(index) ? '' : pane(index))),
        '#0d1013',
        `stroke="${mist}" stroke-width="2"`,
      ) +
      fill(
        each(columns * 4, (index) => (lit(index) ? pane(index) : '')),
        mustard,
      );
    return (
      fill(gable(left, top, width, 660, index % 3), walls[index]!, `stroke="${mist}" stroke-width="3"`) +
      panes
    );
  }).join('');
  const head = (hx: number, turned: number) =>
    fill(`M${hx - 26} 548q0-34 26-34q26 0 26 34z`, ink) +
    circle(hx, 498, 16, ink) +
    fill(`M${hx - 17} 494q${17 + turned} -26 34 0z`, brick);
  const car = (left: number, width: number, doors: number[]) =>
    fill(
      `M${left + 26} 436H${left + width - 26}Q${left + width} 436 ${left + width + 6} 476V628H${left - 6}V476Q${left} 436 ${left + 26} 436Z`,
      brick,
    ) +
    rect(left + 12, 462, width - 24, 86, mustard) +
    rect(left - 6, 560, width + 12, 10, paper) +
    each(Math.round(width / 78) - 1, (index) => rect(left + 74 + index * 78, 462, 9, 86, brick)) +
    doors
      .map(
        (door) =>
          rect(door, 456, 66, 166, '#7e2f20') +
          rect(door + 8, 466, 22, 100, '#efc56f') +
          rect(door + 36, 466, 22, 100, '#efc56f'),
      )
      .join('') +
    rect(left + 20, 628, width - 40, 20, ink);
  return story(
    dusk,
    by(
      'cut',
      gouges('night', [-60, 0, 1260, 300], '#4f6a78', 46) +
        circle(930, 108, 62, paper) +
        circle(954, 94, 55, dusk) +
        houses +
        rect(0, 650, 1200, 160, ink) +
        stroke('M-10 398H1210', paper, 3) +
        stroke('M560 398L596 420L540 436M560 398L524 420L590 436', paper, 5) +
        car(92, 494, [294]) +
        car(604, 500, [816]) +
        rect(584, 470, 24, 150, ink) +
        head(180, 6) +
        head(262, -4) +
        head(410, 4) +
        head(520, -8) +
        head(690, 0) +
        head(938, 8) +
        head(1016, -6) +
        each(
          6,
          (index) =>
            circle([180, 262, 470, 700, 782, 1030][index]!, 650, 21, '#39424a') +
            circle([180, 262, 470, 700, 782, 1030][index]!, 650, 7, mist),
        ) +
        rect(0, 672, 1200, 7, mist) +
        rect(0, 724, 1200, 9, mist) +
        circle(1092, 592, 15, '#f7e3ae', `stroke="${ink}" stroke-width="5"`) +
        gouges('street', [0, 690, 1150, 100], '#4c5860', 20) +
        gouges('light', [120, 690, 900, 80], mustard, 16),
    ),
  );
}

function gates(): string {
  const leaf = (side: number) => {
    const x = (value: number) => 600 + side * value;
    const rim = times(13, (index): Point => {
      const turn = 0.012 + (index / 12) * 1.2;
      return [x(Math.sin(turn) * 440), 640 - Math.cos(turn) * 440];
    });
    const pivot: Point = [x(452), 736];
    const inner = rim.map(([px, py]): Point => [600 + (px - 600) * 0.88, 640 + (py - 640) * 0.88]);
    const truss = [0, 3, 6, 9, 12]
      .map((at, index, all) => {
        const beam = stroke(straight([inner[at]!, pivot], false), ink, 15);
        const next = all[index + 1];
        const brace =
          next === undefined
            ? ''
            : [0.2, 0.45, 0.68]
                .map((share, step) => {
                  const from = mix(inner[at]!, pivot, share);
                  const to = mix(inner[next]!, pivot, share + (step % 2 ? -0.1 : 0.1));
                  return stroke(straight([from, to], false), ink, 8);
                })
                .join('');
        return beam + brace;
      })
      .join('');
    return (
      truss +
      fill(straight([...rim, ...[...inner].reverse()]), brick, `stroke="${ink}" stroke-width="8"`) +
      rim
        .slice(1, -1)
        .map((end, index) => stroke(straight([end, inner[index + 1]!], false), ink, 6))
        .join('') +
      circle(pivot[0], pivot[1], 44, ink) +
      circle(pivot[0], pivot[1], 24, mustard) +
      circle(pivot[0], pivot[1], 8, ink)
    );
  };
  const swell = each(18, (row) => {
    const y = 14 + row * 29;
    return stroke(
      wave(-60 - (row % 5) * 17, y, 1400, 20 - row * 0.3, 138, row),
      row % 3 ? paper : mist,
      9 - row * 0.3,
    );
  });
  const seaward = 'M0 0H1200V520H1018A440 440 0 0 0 182 520H0Z';
  return story(
    mist,
    by(
      'cut',
      `<defs>${clip('sea', fill(seaward, '#000'))}</defs>` +
        fill(seaward, dusk) +
        clipped('sea', swell) +
        gouges('basin', [250, 400, 560, 370], paper, 40) +
        fill('M-10 486L120 470L176 560L196 640L214 830H-10Z', ink) +
        fill('M1210 486L1080 470L1024 560L1004 640L986 830H1210Z', ink) +
        gouges('quay-w', [-30, 500, 130, 290], '#5a636a', 22) +
        gouges('quay-e', [1050, 500, 130, 290], '#5a636a', 22) +
        leaf(-1) +
        leaf(1) +
        rect(40, 540, 66, 46, mustard) +
        rect(1100, 540, 66, 84, mustard) +
        rect(1100, 540, 66, 16, paper),
    ),
  );
}

function ropeWalk(): string {
  const far: Point = [760, 330];
  const frame = (depth: number): Point[] => {
    const corners: Point[] = [
      [-120, 900],
      [-120, 130],
      [600, -330],
      [1320, 130],
      [1320, 900],
    ];
    return corners.map((end) => mix(end, far, depth));
  };
  const depths = [0, 0.24, 0.42, 0.555, 0.66, 0.74, 0.8, 0.85, 0.885];
  const windows = depths
    .slice(0, -1)
    .map((near, index) => {
      const next = depths[index + 1]!;
      const wall = (side: 1 | 3) => {
        const bottom = side === 1 ? 0 : 4;
        const [a, b] = [frame(near + (next - near) * 0.28), frame(near + (next - near) * 0.78)];
        return fill(
          straight([
            mix(a[bottom]!, a[side]!, 0.52),
            mix(a[bottom]!, a[side]!, 0.86),
            mix(b[bottom]!, b[side]!, 0.86),
            mix(b[bottom]!, b[side]!, 0.52),
          ]),
          mustard,
        );
      };
      return wall(1) + wall(3);
    })
    .join('');
  const [front, back] = [frame(0), frame(0.9)];
  const plane = (a: number, b: number, colour: string) =>
    fill(straight([front[a]!, front[b]!, back[b]!, back[a]!]), colour);
  const boards = each(15, (index) =>
    stroke(
      straight([mix(front[0]!, front[4]!, index / 14), mix(back[0]!, back[4]!, index / 14)], false),
      '#8d7a58',
      3,
    ),
  );
  const rafters = depths
    .map((depth) =>
      stroke(straight(frame(depth), false), ink, 46 * (1 - depth) + 3, 'stroke-linejoin="miter"'),
    )
    .join('');
  const ties = depths
    .map((depth) => stroke(straight([frame(depth)[1]!, frame(depth)[3]!], false), ink, 30 * (1 - depth) + 2))
    .join('');
  const hub: Point = [296, 500];
  const start = [-1, 0, 1].map((turn): Point => [
    hub[0] + Math.cos(turn * 2.1 - 0.5) * 96,
    hub[1] + Math.sin(turn * 2.1 - 0.5) * 96,
  ]);
  const strand = start
    .map((from) =>
      fill(
        limb([from, mix(from, [760, 352], 0.5), [748, 356]], [36, 18, 4]),
        paper,
        `stroke="${ink}" stroke-width="4"`,
      ),
    )
    .join('');
  const twist = start
    .map((from, at) =>
      each(13, (index) => {
        const share = 0.04 + index * 0.066;
        const [x, y] = mix(from, [748, 356], share);
        const size = 18 * (1 - share * 0.93);
        return stroke(
          `M${(x - size * 0.5).toFixed(1)} ${(y + size * 0.9).toFixed(1)}L${(x + size * 0.7).toFixed(1)} ${(y - size * 0.9).toFixed(1)}`,
          at === 1 ? brick : ink,
          7 * (1 - share * 0.6),
        );
      }),
    )
    .join('');
  const spokes = each(8, (index) => {
    const turn = (index * Math.PI) / 4 + 0.2;
    return stroke(
      straight([hub, [hub[0] + Math.cos(turn) * 190, hub[1] + Math.sin(turn) * 190]], false),
      brick,
      22,
    );
  });
  const walker = group(
    fill(
      limb(
        [
          [846, 366],
          [848, 420],
          [842, 470],
        ],
        [34, 46, 34],
      ),
      mustard,
    ) +
      fill(
        limb(
          [
            [838, 462],
            [830, 510],
            [842, 556],
          ],
          [22, 18, 12],
        ),
        brick,
      ) +
      fill(
        limb(
          [
            [850, 462],
            [862, 508],
            [858, 558],
          ],
          [22, 18, 12],
        ),
        brick,
      ) +
      fill(
        limb(
          [
            [838, 388],
            [812, 402],
            [788, 382],
          ],
          [16, 13, 9],
        ),
        mustard,
      ) +
      circle(845, 344, 18, paper, `stroke="${ink}" stroke-width="4"`) +
      fill('M826 340q18 -30 40 2q-18 -8 -40 -2z', brick),
    'transform="translate(-170 -110) scale(1.32)"',
  );
  return story(
    paper,
    by(
      'cut',
      plane(0, 1, '#7e3325') +
        plane(4, 3, '#7e3325') +
        plane(1, 2, dusk) +
        plane(3, 2, '#243845') +
        plane(0, 4, ink) +
        fill(straight(back), '#f7e3ae') +
        boards +
        windows +
        rafters +
        ties +
        walker +
        fill('M250 830L300 560H372L440 830Z', mustard, `stroke="${ink}" stroke-width="8"`) +
        ring(hub[0], hub[1], 205, ink, 66) +
        ring(hub[0], hub[1], 205, brick, 46) +
        spokes +
        circle(hub[0], hub[1], 52, ink) +
        circle(hub[0], hub[1], 20, mustard) +
        strand +
        twist +
        start.map(([x, y]) => ring(x, y, 24, ink, 15) + ring(x, y, 24, mustard, 7)).join(''),
    ),
  );
}

function unmoored(): string {
  const roll = dice("cooper's arm");
  const warehouse = (x: number, width: number, top: number, kind: number, colour: string) =>
    fill(gable(x, top, width, 450, kind), colour) +
    each(12, (index) => {
      const [px, py] = [x + 24 + (index % 3) * ((width - 48) / 2.6), top + 20 + Math.floor(index / 3) * 76];
      return py > 392
        ? ''
        : fill(
            `M${px} ${py + 44}V${py + 12}q13 -18 26 0V${py + 44}Z`,
            roll() < 0.16 ? mustard : '#0c0f12',
            `stroke="${mist}" stroke-width="2.5"`,
          );
    });
  const boat = (x: number, width: number, cabin: string, hull: string, tall: number) => {
    const top = 470 - tall;
    return (
      fill(
        `M${x - 18} 470H${x + width + 22}L${x + width} 524H${x + 8}Z`,
        hull,
        `stroke="${paper}" stroke-width="4"`,
      ) +
      rect(x + 12, top, width - 34, tall, cabin) +
      rect(x + 4, top - 12, width - 18, 14, ink) +
      each(Math.floor((width - 60) / 52), (index) =>
        rect(
          x + 30 + index * 52,
          top + 18,
          28,
          26,
          index % 3 === 1 ? ink : '#f4d48a',
          `stroke="${ink}" stroke-width="4"`,
        ),
      ) +
      rect(x + width * 0.66, top - 52, 16, 42, ink) +
      stroke(
        curve([
          [x + width * 0.66 + 8, top - 56],
          [x + width * 0.66 - 10, top - 96],
          [x + width * 0.66 + 22, top - 140],
          [x + width * 0.66 + 2, top - 196],
          [x + width * 0.66 + 34, top - 250],
        ]),
        paper,
        13,
        'stroke-linecap="round"',
      )
    );
  };
  const scene =
    warehouse(-20, 220, 190, 0, ink) +
    warehouse(204, 190, 150, 1, '#243845') +
    warehouse(398, 240, 236, 0, ink) +
    warehouse(642, 178, 180, 2, '#7e3325') +
    warehouse(824, 200, 208, 1, ink) +
    warehouse(1028, 210, 170, 0, '#243845') +
    rect(0, 440, 1200, 40, ink);
  const boats =
    boat(40, 250, brick, ink, 74) +
    boat(344, 190, dusk, brick, 92) +
    boat(596, 286, mustard, ink, 66) +
    boat(940, 214, paper, brick, 84);
  const mirror = group(scene + boats, 'transform="matrix(1 0 0 -.62 0 828)" opacity=".42"');
  return story(
    '#d8cdb6',
    by(
      'cut',
      gouges('dawn', [-40, 0, 1240, 220], paper, 70) +
        circle(560, 150, 84, mustard) +
        scene +
        rect(0, 524, 1200, 300, dusk) +
        `<defs>${clip('basin', rect(0, 528, 1200, 280, '#000'))}</defs>` +
        clipped('basin', mirror) +
        boats +
        gouges('ripple', [-60, 545, 1240, 250], paper, 56) +
        gouges('sunlight', [470, 545, 120, 240], mustard, 14),
    ),
  );
}

function eastQuay(): string {
  const house = (x: number, width: number, top: number, kind: number, colour: string, door: string) => {
    const gap = width / 3;
    return (
      each(3, (index) => rect(x + 10 + index * ((width - 34) / 2), 430, 14, 150, ink)) +
      stroke(`M${x + 16} 560L${x + width / 2} 446L${x + width - 16} 560`, ink, 8) +
      fill(gable(x, top, width, 440, kind), colour, `stroke="${ink}" stroke-width="7"`) +
      each(6, (index) => {
        const [px, py] = [x + (index % 3) * gap + gap * 0.24, top + 16 + Math.floor(index / 3) * 82];
        return py > 400
          ? ''
          : rect(px, py, gap * 0.52, 54, index === 4 ? door : ink) +
              stroke(`M${px + gap * 0.26} ${py}v54M${px} ${py + 26}h${gap * 0.52}`, paper, 3);
      })
    );
  };
  const steps = each(7, (index) => {
    const [y, inset] = [560 + index * 30, 250 - index * 42];
    return (
      rect(inset, y, 1200 - inset * 2, 34, index % 2 ? '#c9b894' : paper) +
      rect(inset, y + 22, 1200 - inset * 2, 12, ink)
    );
  });
  const tide = each(5, (index) =>
    fill(
      `${wave(-90 - index * 46, 664 + index * 30, 1500, 18 + index * 3, 164 + index * 22, index)}V830H-90Z`,
      [mist, dusk, '#27404e', '#1f3440', ink][index]!,
    ),
  );
  const crests = each(5, (index) =>
    stroke(wave(-90 - index * 46, 664 + index * 30, 1500, 18 + index * 3, 164 + index * 22, index), paper, 5),
  );
  return story(
    mustard,
    by(
      'cut',
      circle(950, 170, 150, brick) +
        gouges('evening', [-40, 20, 1240, 300], '#f0c873', 60) +
        house(40, 200, 250, 0, paper, mustard) +
        house(262, 160, 200, 1, brick, mustard) +
        house(444, 220, 286, 2, dusk, mustard) +
        house(688, 170, 220, 0, paper, brick) +
        house(880, 150, 250, 1, '#243845', mustard) +
        house(1050, 180, 270, 0, brick, mustard) +
        rect(0, 560, 260, 260, ink) +
        rect(940, 560, 260, 260, ink) +
        gouges('stone-w', [0, 580, 190, 120], '#6b6f70', 16) +
        gouges('stone-e', [960, 580, 190, 120], '#6b6f70', 16) +
        steps +
        tide +
        crests +
        fill('M520 634H690L668 664H546Z', brick, `stroke="${ink}" stroke-width="5"`) +
        stroke('M606 634V566', ink, 6),
    ),
  );
}

function libraries(): string {
  const roll = dice('branches');
  const cloth = [brick, mustard, dusk, paper, '#7e3325', mist, '#c98a3a'];
  const shelf = (x: number, y: number, width: number, height: number) => {
    let left = x + 5;
    let books = '';
    while (left < x + width - 12) {
      const thick = Math.min(between(roll, 9, 22), x + width - 4 - left);
      const tall = height * between(roll, 0.62, 0.93);
      books +=
        rect(left, y + height - tall, thick - 2, tall, pick(roll, cloth)) +
        (thick > 15 ? rect(left, y + height - tall * 0.8, thick - 2, 5, ink) : '');
      left += thick;
    }
    return rect(x, y, width, height, '#0e1114') + books + rect(x - 7, y + height, width + 14, 9, paper);
  };
  const front = (
    x: number,
    width: number,
    top: number,
    kind: number,
    wall: string,
    trim: string,
    columns: number,
  ) => {
    const gap = width / columns;
    return (
      fill(gable(x, top, width, 730, kind), wall, `stroke="${ink}" stroke-width="9"`) +
      each(columns * 3, (index) => {
        const row = Math.floor(index / columns);
        const [px, py] = [x + (index % columns) * gap + gap * 0.14, top + 14 + row * ((628 - top) / 3)];
        return shelf(px, py, gap * 0.74, (620 - top) / 3 - 26);
      }) +
      circle(x + width / 2, top - (kind ? 52 : 66), 30, trim, `stroke="${ink}" stroke-width="8"`) +
      stroke(`M${x + width / 2 - 30} ${top - (kind ? 52 : 66)}h60m-30 -30v60`, ink, 5) +
      fill(`M${x + width / 2 - 40} 730V656q40 -46 80 0V730Z`, trim, `stroke="${ink}" stroke-width="8"`) +
      circle(x + width / 2 + 22, 700, 6, ink)
    );
  };
  return story(
    '#e7d8b8',
    by(
      'cut',
      gouges('morning', [-40, 10, 1240, 300], '#f7eedb', 70) +
        circle(232, 120, 66, mustard) +
        front(66, 330, 250, 0, brick, mustard, 3) +
        front(414, 372, 226, 1, dusk, brick, 3) +
        front(804, 330, 262, 0, '#c9a24f', brick, 3) +
        rect(0, 726, 1200, 90, ink) +
        gouges('pavement', [-20, 740, 1180, 55], mist, 30),
    ),
  );
}

function fishMarket(): string {
  const roll = dice('quay four');
  const fish = (x: number, y: number, size: number, turn: number, belly: string) =>
    group(
      fill(
        'M-92 4Q-40 -40 46 -8L92 -34Q78 0 92 34L46 12Q-40 42 -92 4Z',
        belly,
        `stroke="${ink}" stroke-width="6"`,
      ) +
        fill('M-92 4Q-40 -40 46 -8Q-20 -6 -60 0Z', ink) +
        circle(-64, -4, 6, paper) +
        stroke(
          'M-40 -14q10 18 0 34M-18 -6l12 10M2 -6l12 10M22 -6l12 10M-24 14l10 -8M-4 14l10 -8M16 14l10 -8',
          ink,
          4,
        ),
      `transform="translate(${x} ${y}) rotate(${turn}) scale(${size})"`,
    );
  const rows = each(3, (row) => {
    const [y, size, gap] = [556 + row * 88, 0.74 + row * 0.16, 168 + row * 30];
    const across = Math.ceil(1300 / gap);
    return (
      fill(
        straight([
          [-20, y - 34],
          [1220, y - 34],
          [1220, y + 70],
          [-20, y + 70],
        ]),
        row % 2 ? '#8c9d9c' : mist,
      ) +
      each(across, (index) =>
        fish(20 + index * gap - row * 50, y + 6, size, between(roll, -9, 9), roll() < 0.18 ? brick : paper),
      ) +
      rect(0, y + 44 + row * 5, 1200, 12, '#6b4a2c')
    );
  });
  const lamp = (x: number, y: number, spread: number) =>
    fill(`M${x} ${y}L${x - spread} 530H${x + spread}Z`, '#f2cd7c', 'opacity=".34"') +
    stroke(`M${x} ${104 + Math.abs(x - 600) * 0.255}V${y - 26}`, paper, 4) +
    fill(`M${x - 40} ${y}Q${x} ${y - 60} ${x + 40} ${y}Z`, brick) +
    circle(x, y + 6, 17, '#fbe9b8');
  const porter = (x: number, coat: string, hat: string, lean: number) =>
    fill(
      `M${x - 54} 540Q${x - 60} 400 ${x - 20 + lean} 372H${x + 24 + lean}Q${x + 62} 400 ${x + 54} 540Z`,
      coat,
      `stroke="${paper}" stroke-width="3"`,
    ) +
    circle(x + 2 + lean, 344, 27, '#c99a6b') +
    fill(`M${x - 32 + lean} 338Q${x + lean} 288 ${x + 36 + lean} 338Z`, hat) +
    rect(x - 38 + lean, 334, 80, 9, hat);
  return story(
    '#1d2f3b',
    by(
      'cut',
      gouges('three', [-60, 0, 1260, 130], '#4b6473', 26) +
        circle(1060, 66, 34, paper) +
        fill('M-20 230L600 70L1220 230V262L600 104L-20 262Z', ink, `stroke="${mist}" stroke-width="4"`) +
        [70, 300, 890, 1120]
          .map((x) => rect(x, 180, 22, 380, ink) + rect(x + 22, 200, 4, 350, mist))
          .join('') +
        lamp(300, 262, 150) +
        lamp(515, 226, 176) +
        lamp(705, 226, 176) +
        lamp(905, 262, 150) +
        gouges('water', [-40, 400, 1240, 110], '#4b6473', 40) +
        porter(180, ink, brick, 6) +
        porter(420, '#3c2a1f', ink, -8) +
        porter(610, mustard, brick, 0) +
        porter(800, dusk, ink, 10) +
        porter(1010, ink, mustard, -6) +
        fill(
          limb(
            [
              [650, 400],
              [700, 392],
              [752, 420],
            ],
            [30, 25, 20],
          ),
          mustard,
          `stroke="${ink}" stroke-width="4"`,
        ) +
        circle(760, 424, 14, '#c99a6b') +
        rows,
    ),
  );
}

export const city = {
  'tram-six-all-night': tram,
  'how-the-flood-gates-decide': gates,
  'last-rope-maker': ropeWalk,
  unmoored,
  'let-the-east-quay-flood': eastQuay,
  'branch-libraries-reopen': libraries,
  'fish-market-at-three': fishMarket,
};
