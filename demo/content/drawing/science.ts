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

/** Science: plates from a notebook. Blue ink and hatching on a pale ground, one orange thing to look at. */
const ground = '#e8ece6';
const ink = '#1d3a5c';
const tint = '#c3d3d6';
const shade = '#8fabb8';
const orange = '#e07a33';
const glow = '#f3c48d';
const white = '#fbfaf3';

const margin = stroke('M46 46H1154V754H46Z', ink, 2) + stroke('M36 36H1164V764H36Z', ink, 0.8);
const ticks = (x: number, y: number, count: number, gap: number, across: boolean) =>
  stroke(
    each(count, (index) =>
      across
        ? `M${x + index * gap} ${y}v${index % 5 ? 9 : 18}`
        : `M${x} ${y + index * gap}h${index % 5 ? 9 : 18}`,
    ),
    ink,
    1.6,
  );

function clock(): string {
  const roll = dice('thole deep');
  const layers = [520, 574, 622, 684].map((y, row) =>
    rough(
      [
        [46, y + 4],
        [330, y - 8 + row * 4],
        [560, y + 18],
        [860, y - 6],
        [1154, y + 6],
      ],
      roll,
      0.05,
      2,
    ),
  );
  const below = (top: Point[]) => straight([...top, [1154, 754], [46, 754]]);
  const strata = layers
    .map((top, row) => {
      const path = below(top);
      const texture = [
        hatch([46, 500, 1108, 260], 0, 9, ink, 0.9),
        hatch([46, 560, 1108, 200], -38, 12, ink, 1.3),
        fill(
          each(90, () => {
            const size = between(roll, 1.5, 4);
            return `M${between(roll, 50, 1150).toFixed()} ${between(roll, 628, 750).toFixed()}h${size.toFixed(1)}v${size.toFixed(1)}h-${size.toFixed(1)}z`;
          }),
          ink,
        ),
        hatch([46, 660, 1108, 100], 52, 8, ink, 1.5),
      ][row]!;
      return (
        `<defs>${clip(`layer${row}`, fill(path, '#000'))}</defs>` +
        fill(path, [glow, tint, '#d8d9c4', shade][row]!) +
        clipped(`layer${row}`, texture) +
        stroke(straight(top, false), ink, 3)
      );
    })
    .join('');
  const [x, y, r] = [560, 388, 172];
  const shell = `<defs>${clip('half', rect(x, y - r, r + 2, 2 * r, '#000'))}${clip('ball', circle(x, y, r, '#000'))}</defs>`;
  const meridians = [0.25, 0.52, 0.76, 0.93]
    .map(
      (share) =>
        `<ellipse cx="${x}" cy="${y}" rx="${(r * share).toFixed()}" ry="${r}" fill="none" stroke="${ink}" stroke-width="1.4"/>`,
    )
    .join('');
  const parallels = [-0.75, -0.45, -0.1, 0.25, 0.58, 0.85]
    .map((share) =>
      stroke(
        `M${x - Math.sqrt(1 - share * share) * r} ${y + share * r}Q${x} ${y + share * r + 26} ${x + Math.sqrt(1 - share * share) * r} ${y + share * r}`,
        ink,
        1.4,
      ),
    )
    .join('');
  const inside =
    circle(x, y, r, white) +
    ring(x, y, r - 12, ink, 2) +
    ring(x, y, r - 26, ink, 1.4) +
    each(36, (index) =>
      stroke(
        straight(
          [
            [x + Math.cos(index / 5.73) * (r - 26), y + Math.sin(index / 5.73) * (r - 26)],
            [x + Math.cos(index / 5.73) * (r - 12), y + Math.sin(index / 5.73) * (r - 12)],
          ],
          false,
        ),
        ink,
        1.4,
      ),
    ) +
    rect(x + 34, y - 92, 74, 56, tint, `stroke="${ink}" stroke-width="2.5"`) +
    rect(x + 30, y + 44, 92, 50, tint, `stroke="${ink}" stroke-width="2.5"`) +
    each(4, (index) => rect(x + 38 + index * 20, y + 52, 13, 34, white, `stroke="${ink}" stroke-width="2"`)) +
    stroke(
      `M${x + 70} ${y - 36}V${y - 22}M${x + 62} ${y + 22}V${y + 44}M${x + 108} ${y - 60}q22 0 22 40v60`,
      ink,
      2.5,
    ) +
    fill(
      straight([
        [x + 44, y - 22],
        [x + 96, y - 22],
        [x + 106, y],
        [x + 96, y + 22],
        [x + 44, y + 22],
        [x + 34, y],
      ]),
      orange,
      `stroke="${ink}" stroke-width="3"`,
    ) +
    stroke(`M${x + 44} ${y - 22}l14 22l-14 22M${x + 96} ${y - 22}l-14 22l14 22M${x + 58} ${y}h24`, ink, 2);
  const lines = (end: Point, to: Point) =>
    stroke(straight([end, to], false), ink, 1.6) +
    circle(end[0], end[1], 4.5, ink) +
    circle(to[0], to[1], 9, white, `stroke="${ink}" stroke-width="2"`);
  return story(
    ground,
    by(
      'pencil',
      each(13, (row) =>
        stroke(
          wave(48, 74 + row * 31, 1040, 9, 104, row),
          row < 2 ? ink : shade,
          row < 2 ? 2.2 : 1.3,
          row > 1 ? `stroke-dasharray="${220 - row * 9} ${26 + row * 9}"` : '',
        ),
      ) +
        strata +
        `<ellipse cx="${x + 8}" cy="556" rx="196" ry="20" fill="${ink}" opacity=".5"/>` +
        stroke(`M${x - 96} 500L${x - 168} 572M${x + 96} 500L${x + 168} 572M${x} 540V584`, ink, 11) +
        fill(`M${x - 196} 566h58v16h-58zM${x + 138} 566h58v16h-58z`, ink) +
        shell +
        circle(x, y, r, tint) +
        clipped('ball', hatch([x - r, y - r, 2 * r, 2 * r], 58, 8, ink, 1.2)) +
        meridians +
        parallels +
        clipped('half', inside) +
        circle(x - 62, y - 74, 44, white, 'opacity=".55"') +
        stroke(`M${x} ${y - r}V${y + r}`, ink, 4) +
        ring(x, y, r, ink, 7) +
        rect(x - 22, y - r - 26, 44, 30, ink) +
        stroke(
          curve([
            [x, y - r - 26],
            [x + 8, 150],
            [x - 26, 96],
            [x - 6, 46],
          ]),
          orange,
          5,
        ) +
        lines([x + 72, y], [940, 330]) +
        lines([x + 110, y + 70], [940, 430]) +
        lines([x - 120, y - 90], [250, 230]) +
        stroke(`M${x - r} 176V130M${x + r} 176V130M${x - r} 142H${x + r}`, ink, 1.8) +
        fill(`M${x - r} 142l18 -6v12zM${x + r} 142l-18 -6v12z`, ink) +
        margin +
        ticks(1136, 80, 27, 25, false),
    ),
  );
}

const midge = (x: number, y: number, size: number, turn: number, body: string) =>
  group(
    `<use href="#wings"/>` +
      fill('M-3 -12Q-9 10 -2 40Q0 46 2 40Q9 10 3 -12Z', body) +
      circle(0, -17, 7.5, body) +
      `<use href="#legs"/>`,
    `transform="translate(${x} ${y}) rotate(${turn}) scale(${size})"`,
  );

function iceCore(): string {
  const roll = dice('midges');
  const parts =
    `<g id="wings" fill="${white}" fill-opacity=".75" stroke="${ink}" stroke-width="1.6"><path d="M2 -6Q34 -22 44 14Q30 26 3 0Z"/><path d="M-2 -6Q-34 -22 -44 14Q-30 26 -3 0Z"/><path d="M3 -4L40 10M8 -1L34 18M-3 -4L-40 10M-8 -1L-34 18" stroke-width=".9"/></g>` +
    `<g id="legs" fill="none" stroke="${ink}" stroke-width="1.7"><path d="M4 0L22 -14L34 -34M4 6L26 22L34 48M3 14L18 36L16 62M-4 0L-22 -14L-34 -34M-4 6L-26 22L-34 48M-3 14L-18 36L-16 62M2 -23Q8 -36 20 -42M-2 -23Q-8 -36 -20 -42"/></g>`;
  const core = (top: number, left: number, width: number, id: string) => {
    const height = 122;
    const shape = `M${left} ${top}H${left + width}q26 ${height / 2} 0 ${height}H${left}q26 ${-height / 2} 0 ${-height}z`;
    let x = left + 14;
    let bands = '';
    while (x < left + width) {
      const wide = between(roll, 12, 42);
      bands += fill(
        `M${x.toFixed()} ${top}h${wide.toFixed()}q26 ${height / 2} 0 ${height}h${(-wide).toFixed()}q26 ${-height / 2} 0 ${-height}z`,
        pick(roll, [white, tint, '#d9e5e6', shade]),
      );
      bands += stroke(`M${x.toFixed()} ${top}q26 ${height / 2} 0 ${height}`, ink, between(roll, 0.8, 2.6));
      x += wide;
    }
    return (
      `<defs>${clip(id, fill(shape, '#000'))}</defs>` +
      fill(shape, white) +
      clipped(
        id,
        bands +
          each(6, (index) =>
            stroke(`M${left} ${top + 84 + index * 7}H${left + width + 30}`, ink, 1 + index * 0.22),
          ),
      ) +
      clipped(id, rect(left, top + 14, width + 30, 12, white, 'opacity=".7"')) +
      `<ellipse cx="${left}" cy="${top + height / 2}" rx="13" ry="${height / 2}" fill="${tint}" stroke="${ink}" stroke-width="3"/>` +
      stroke(shape, ink, 3.5)
    );
  };
  const cores = [
    [92, 90, 560, 'a'],
    [250, 90, 300, 'b'],
    [408, 90, 392, 'c'],
    [566, 90, 690, 'd'],
  ] as const;
  const small = [
    [250, 150],
    [420, 306],
    [180, 468],
    [520, 632],
    [330, 620],
    [590, 150],
    [420, 466],
  ] as const;
  const [x, y, r] = [858, 330, 226];
  return story(
    ground,
    `<defs>${parts}${clip('lens', circle(x, y, r, '#000'))}</defs>` +
      by(
        'pencil',
        hatch([46, 46, 1108, 708], 0, 22, '#cfd9d5', 1.2) +
          cores.map(([top, left, width, id]) => core(top, left, width, id)).join('') +
          small
            .map(([sx, sy], index) => midge(sx, sy, 0.42, index * 53, index === 1 ? orange : ink))
            .join('') +
          stroke(
            straight(
              [
                [420, 306],
                [x - 180, y - 138],
              ],
              false,
            ),
            ink,
            1.6,
          ) +
          stroke(
            straight(
              [
                [420, 306],
                [x - 160, y + 160],
              ],
              false,
            ),
            ink,
            1.6,
          ) +
          circle(x + 12, y + 14, r, shade) +
          circle(x, y, r, white) +
          clipped(
            'lens',
            each(5, (index) =>
              fill(
                `M${x - 260 + index * 118} 90q60 240 0 480h46q60 -240 0 -480z`,
                index % 2 ? '#e3ecec' : tint,
              ),
            ) + hatch([x - r, y - r, 2 * r, 2 * r], 28, 16, '#ffffffaa', 3),
          ) +
          midge(x + 4, y - 26, 3.5, 24, orange) +
          ring(x, y, r, ink, 9) +
          ring(x, y, r - 14, ink, 1.8) +
          stroke(`M${x + 160} ${y + 160}L1096 572`, ink, 30, 'stroke-linecap="round"') +
          stroke(`M${x + 176} ${y + 176}L1090 566`, orange, 14, 'stroke-linecap="round"') +
          margin +
          ticks(80, 736, 42, 25, true),
      ),
  );
}

function eels(): string {
  const roll = dice('weir');
  const step = (index: number): Point => [150 + index * 150, 650 - index * 82];
  const stairs: Point[] = [
    [46, 754],
    [46, 690],
    ...times(7, (index): Point[] => [
      [step(index)[0], step(index)[1] + 40],
      [step(index)[0], step(index)[1] - 42],
    ]).flat(),
    [1154, 116],
    [1154, 754],
  ];
  const swim = (start: Point, end: Point, swing: number, turns: number): Point[] =>
    times(11, (index) => {
      const share = index / 10;
      const [x, y] = mix(start, end, share);
      const length = Math.hypot(end[0] - start[0], end[1] - start[1]);
      const push = Math.sin(share * turns * Math.PI * 2) * swing * (0.4 + share * 0.6);
      return [x - ((end[1] - start[1]) / length) * push, y + ((end[0] - start[0]) / length) * push];
    });
  const eel = (spine: Point[], thick: number, colour: string, id: string) => {
    const widths = spine.map((_, index) => thick * Math.min(1, 0.5 + index * 0.4, 1.25 - index * 0.105));
    const fin = limb(
      spine.slice(3),
      widths.slice(3).map((width) => width * 1.7),
    );
    const path = limb(spine, widths);
    const [head, neck] = [spine[0]!, spine[1]!];
    const eye = mix(head, neck, 0.35);
    return (
      `<defs><path id="${id}" d="${path}"/><path id="${id}s" d="${curve(spine)}"/>${clip(`${id}c`, `<use href="#${id}"/>`)}</defs>` +
      fill(fin, shade, `stroke="${ink}" stroke-width="2"`) +
      `<use href="#${id}" fill="${colour}" stroke="${ink}" stroke-width="3.5"/>` +
      clipped(
        `${id}c`,
        group(
          `<use href="#${id}s" y="${(thick * 0.42).toFixed()}" stroke="${ink}" stroke-width="${thick * 0.5}" stroke-dasharray="1.6 5"/><use href="#${id}s" y="${(-thick * 0.28).toFixed()}" stroke="${white}" stroke-width="${thick * 0.13}" opacity=".7"/>`,
          'fill="none"',
        ),
      ) +
      circle(eye[0], eye[1], thick * 0.16, white, `stroke="${ink}" stroke-width="2"`) +
      circle(eye[0], eye[1], thick * 0.07, ink)
    );
  };
  const fall = each(7, (index) => {
    const [x, y] = step(index);
    return (
      each(6, (line) =>
        stroke(`M${x - 6 - line * 7} ${y - 40 + line * 3}q-9 ${30 + line * 3} -2 ${66 - line * 2}`, ink, 1.2),
      ) + stroke(wave(x - 140, y + 32, 112, 8, 40, index), ink, 1.8)
    );
  });
  return story(
    tint,
    by(
      'pencil',
      each(19, (row) =>
        stroke(
          wave(48, 66 + row * 37, 1060, 11, 96, row),
          '#ffffff',
          2.2,
          `stroke-dasharray="${between(roll, 60, 190).toFixed()} ${between(roll, 30, 120).toFixed()}"`,
        ),
      ) +
        `<defs>${clip('weir', fill(straight(stairs), '#000'))}</defs>` +
        fill(straight(stairs), '#d9d6c2') +
        clipped(
          'weir',
          hatch([46, 46, 1108, 760], 45, 15, ink, 1.2) +
            each(
              9,
              (row) =>
                stroke(`M46 ${170 + row * 82}H1160`, '#d9d6c2', 4) +
                stroke(`M46 ${172 + row * 82}H1160`, ink, 2),
            ),
        ) +
        rect(604, 376, 214, 190, '#12283f') +
        rect(618, 392, 186, 160, glow) +
        rect(592, 380, 18, 56, white, `stroke="${ink}" stroke-width="3"`) +
        fill('M668 552Q664 486 706 474Q756 472 762 552Z', orange, `stroke="${ink}" stroke-width="3.5"`) +
        fill(
          'M668 446q-4 -42 36 -44q40 2 38 44q-4 34 -34 36q-30 -2 -32 -20l-12 -4z',
          '#dba97c',
          `stroke="${ink}" stroke-width="3.5"`,
        ) +
        fill(
          'M672 422q0 -34 36 -34q44 2 42 44q26 14 24 62q-30 -10 -34 -44q-20 -2 -26 -26q-18 6 -42 -2z',
          ink,
        ) +
        circle(682, 436, 4, ink) +
        stroke(straight(stairs.slice(1, -2), false), ink, 7) +
        fall +
        eel(swim([640, 172], [330, 470], 56, 1.6), 58, ink, 'e1') +
        eel(swim([420, 120], [120, 420], 48, 1.5), 50, '#4a6f8c', 'e2') +
        eel(swim([900, 92], [560, 350], 58, 1.7), 66, orange, 'e3') +
        eel(swim([250, 470], [70, 640], 30, 1.3), 40, '#4a6f8c', 'e4') +
        eel(swim([1040, 60], [800, 224], 28, 1.4), 38, ink, 'e5') +
        margin,
    ),
  );
}

function sleeper(): string {
  const night = '#24466a';
  const trace = times(43, (index): Point => {
    const share = index / 42;
    const restless = Math.max(0, 1 - share * 2.6);
    return [
      60 + 1080 * (share * 0.52 + share ** 2 * 0.48),
      166 +
        (index % 2 ? 1 : -1) * (16 + 36 * Math.min(1, share * 1.5)) +
        Math.sin(index * 2.3) * 40 * restless,
    ];
  });
  const blanket: Point[] = [
    [470, 540],
    [490, 478],
    [540, 446],
    [616, 448],
    [700, 430],
    [790, 396],
    [852, 422],
    [905, 470],
    [985, 470],
    [1020, 438],
    [1052, 452],
    [1064, 540],
    [1060, 610],
    [392, 610],
  ];
  const cover = `${curve(blanket.slice(0, 11))}L1064 540L1062 620H470Z`;
  const folds = each(15, (index) =>
    stroke(
      curve(
        blanket
          .slice(0, 11)
          .map(([x, y], at): Point => [
            x + 4,
            y + (620 - y) * ((index + 1) / 16) + Math.sin(at * 1.7 + index) * 2.5,
          ]),
      ),
      ink,
      index > 8 ? 2.4 : 1.3,
    ),
  );
  const seams = each(7, (index) =>
    stroke(
      curve([
        [450 + index * 92, 400],
        [440 + index * 94, 500],
        [462 + index * 92, 640],
      ]),
      ink,
      1.2,
      'opacity=".6"',
    ),
  );
  return story(
    night,
    by(
      'pencil',
      hatch([0, 0, 1200, 800], 0, 14, '#2f5479', 2) +
        each(9, (index) => stroke(`M60 ${96 + index * 18}H1140`, '#3e648a', 1)) +
        stroke(curve(trace), glow, 6, 'stroke-linecap="round"') +
        rect(80, 284, 206, 264, '#1a3554', `stroke="${shade}" stroke-width="5"`) +
        circle(214, 350, 36, glow) +
        circle(230, 340, 32, '#1a3554') +
        stroke('M183 284V548M80 416H286', shade, 5) +
        rect(66, 546, 234, 14, shade) +
        rect(0, 690, 1200, 110, '#1a3554') +
        hatch([0, 694, 1200, 106], 0, 9, '#2f5479', 1.4) +
        `<defs>${clip('cover', fill(cover, '#000'))}</defs>` +
        fill('M300 380q-10 -14 0 -22h18q10 8 0 22V720h-18z', white, `stroke="${ink}" stroke-width="4"`) +
        fill('M1082 430q-10 -14 0 -22h18q10 8 0 22V720h-18z', white, `stroke="${ink}" stroke-width="4"`) +
        rect(312, 604, 780, 42, white, `stroke="${ink}" stroke-width="4"`) +
        hatch([314, 622, 776, 22], 0, 6, ink, 1.1) +
        fill(
          'M322 596Q312 528 350 520Q420 500 476 528Q500 560 480 604H330Q322 602 322 596Z',
          white,
          `stroke="${ink}" stroke-width="4"`,
        ) +
        stroke('M342 548q20 16 44 14M338 580q36 12 70 4', ink, 1.8) +
        group(
          fill(
            'M-62 20Q-70 -62 0 -68Q70 -62 62 20Q60 54 40 66H-40Q-60 54 -62 20Z',
            '#7b3f22',
            `stroke="${ink}" stroke-width="4"`,
          ) +
            fill(
              'M-42 -8Q-40 44 0 60Q40 44 42 -8Q30 -34 8 -38Q-20 -36 -42 -8Z',
              '#e0b288',
              `stroke="${ink}" stroke-width="3"`,
            ) +
            stroke(
              'M-28 8q10 9 20 1M10 9q10 8 20 -1M-2 8q-6 16 3 19M-9 41q10 6 19 -1M-30 -4q9 -6 18 -3M12 -6q9 -4 17 2',
              ink,
              3,
              'stroke-linecap="round"',
            ),
          'transform="translate(408 490) rotate(-64)"',
        ) +
        fill(cover, tint, `stroke="${ink}" stroke-width="5"`) +
        clipped('cover', hatch([386, 540, 680, 90], 24, 9, '#8fabb8', 3) + folds + seams) +
        stroke(cover, ink, 5) +
        fill('M462 560Q466 486 540 438L584 458Q520 510 512 590Z', white, `stroke="${ink}" stroke-width="4"`) +
        fill('M980 470q24 -16 46 -4l2 22q-24 -10 -46 4z', orange, `stroke="${ink}" stroke-width="3"`) +
        stroke(
          curve([
            [1010, 462],
            [1030, 390],
            [1090, 330],
            [1110, 250],
            [1138, 214],
          ]),
          glow,
          2.4,
          'stroke-dasharray="4 8"',
        ),
    ),
  );
}

export const science = {
  'clock-on-the-sea-floor': clock,
  'ice-has-a-memory': iceCore,
  'eels-in-the-aldwater': eels,
  'hospital-lets-patients-sleep': sleeper,
};
