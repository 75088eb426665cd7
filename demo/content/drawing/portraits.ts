import { circle, clip, clipped, curve, each, fill, group, limb, sheet, stroke } from './kit.js';

/** Portraits: heads and shoulders in a few flat tones, lit from the left. */
interface Sitter {
  readonly ground: string;
  readonly skin: string;
  readonly shade: string;
  readonly ink: string;
  readonly lips: string;
  readonly clothes: string;
  /** Hair or cloth behind the head. */
  readonly behind?: string;
  /** Hair, beard, glasses, scarf: what lies over the face. */
  readonly before: string;
  /** Outline of the face, of its own for each. */
  readonly face?: string;
  readonly brows?: string;
}

const oval =
  'M136 160Q132 88 200 84Q268 88 264 160Q264 206 244 236Q222 262 200 264Q178 262 156 236Q136 206 136 160Z';
const square =
  'M134 158Q130 86 200 82Q270 86 266 158Q268 206 254 238Q232 268 200 270Q168 268 146 238Q132 206 134 158Z';
const long =
  'M140 156Q136 84 200 80Q264 84 260 156Q262 210 240 246Q220 276 200 278Q180 276 160 246Q138 210 140 156Z';

function portrait({
  ground,
  skin,
  shade,
  ink,
  lips,
  clothes,
  behind = '',
  before,
  face = oval,
  brows = 'M154 150q16 -10 34 -3M212 147q18 -7 34 3',
}: Sitter): string {
  return sheet(
    400,
    400,
    ground,
    `<defs>${clip('face', fill(face, '#000'))}</defs>` +
      behind +
      fill('M166 230V296Q166 324 200 326Q234 324 234 296V230Z', shade) +
      clothes +
      `<ellipse cx="133" cy="176" rx="13" ry="20" fill="${skin}"/><ellipse cx="267" cy="176" rx="13" ry="20" fill="${shade}"/>` +
      fill(face, skin) +
      clipped(
        'face',
        fill('M206 60Q216 130 208 164L220 196Q214 204 206 206Q214 240 204 290H300V60Z', shade),
      ) +
      stroke(brows, ink, 6, 'stroke-linecap="round"') +
      fill('M160 168q12 -9 26 1q-13 8 -26 -1zM214 169q13 -10 26 -1q-13 9 -26 1z', '#f7f1e3') +
      circle(173, 168, 5.2, ink) +
      circle(227, 168, 5.2, ink) +
      stroke('M159 167q13 -10 28 1M213 168q14 -11 28 -1', ink, 3, 'stroke-linecap="round"') +
      stroke(
        'M204 166Q208 186 216 198Q210 206 198 204',
        ink,
        3,
        'stroke-linecap="round" stroke-opacity=".55"',
      ) +
      fill('M178 228Q190 221 200 225Q210 221 222 228Q200 242 178 228Z', lips) +
      stroke('M176 228Q200 232 224 228', ink, 2.4, 'stroke-linecap="round"') +
      before,
  );
}

const glasses = (colour: string, round: boolean) =>
  (round
    ? `<g fill="#ffffff22" stroke="${colour}" stroke-width="5"><circle cx="172" cy="170" r="25"/><circle cx="229" cy="170" r="25"/></g>`
    : `<g fill="#ffffff22" stroke="${colour}" stroke-width="5" stroke-linejoin="round"><path d="M147 155H195L190 187H154Z"/><path d="M205 155H253L246 187H210Z"/></g>`) +
  stroke('M197 166q4 -4 8 0M146 164L134 160M254 164L266 160', colour, 5);

const marit = () =>
  portrait({
    ground: '#d9a441',
    skin: '#f0c6a0',
    shade: '#d79f78',
    ink: '#2a2a33',
    lips: '#a8443c',
    face: oval,
    behind: fill(
      'M122 250Q96 220 106 140Q116 58 204 56Q290 60 296 144Q304 224 278 254Q256 250 252 200H146Q146 246 122 250Z',
      '#8d9296',
    ),
    clothes:
      fill('M40 410Q44 322 132 300L170 288L200 340L230 288L268 300Q356 322 360 410Z', '#1f3344') +
      fill('M170 286L200 350L230 286L222 276L200 316L178 276Z', '#f5efe0') +
      fill('M132 300L170 286L196 352L186 410H150L160 350L136 336Z', '#2c465c') +
      fill('M268 300L230 286L204 352L214 410H250L240 350L264 336Z', '#16242f'),
    before:
      fill(
        'M124 206Q116 120 150 96Q188 66 236 88Q282 110 276 206Q266 176 258 148Q214 142 176 112Q160 150 140 158Q134 180 124 206Z',
        '#c3c6c6',
      ) +
      stroke('M176 112Q156 150 136 160M190 96Q240 92 264 148M176 112Q214 142 258 148', '#8d9296', 3) +
      glasses('#7a2f2a', false),
  });

const tobias = () =>
  portrait({
    ground: '#2c6e6c',
    skin: '#8a5335',
    shade: '#653a25',
    ink: '#1a1210',
    lips: '#6b332b',
    face: square,
    clothes:
      fill('M34 410Q40 330 126 304L166 286H234L274 304Q360 330 366 410Z', '#e0a23a') +
      fill('M152 262Q200 288 248 262L254 316Q200 340 146 316Z', '#c4872a') +
      each(7, (index) => stroke(`M${158 + index * 14} 276L${156 + index * 14.6} 322`, '#a86f1d', 3)) +
      fill('M234 300Q356 330 366 410H262Q266 350 234 300Z', '#00000020'),
    before:
      fill(
        'M134 168Q130 200 144 234Q164 282 200 284Q236 282 256 234Q270 200 266 168Q260 196 248 208Q224 206 200 210Q176 206 152 208Q140 196 134 168Z',
        '#1c1411',
      ) +
      fill('M174 224Q188 216 200 220Q212 216 226 224Q224 242 200 244Q176 242 174 224Z', '#653a25') +
      fill('M179 229Q190 223 200 226Q210 223 221 229Q200 241 179 229Z', '#8f4a3e') +
      fill(
        'M132 158Q118 66 200 58Q282 66 268 158Q264 124 250 108Q200 96 150 108Q136 124 132 158Z',
        '#1c1411',
      ) +
      stroke('M240 74L256 98', '#653a25', 4),
    brows: 'M152 148q18 -10 36 -2M212 146q18 -8 36 2',
  });

const ines = () =>
  portrait({
    ground: '#b9cfd4',
    skin: '#d3a277',
    shade: '#b07c54',
    ink: '#26211f',
    lips: '#a2463b',
    face: long,
    behind:
      circle(214, 48, 42, '#2d2320') +
      fill(
        'M118 220Q84 180 104 128Q110 60 200 52Q292 60 298 132Q314 184 282 222Q290 260 262 268H140Q110 262 118 220Z',
        '#2d2320',
      ),
    clothes:
      fill('M46 410Q52 330 136 304L168 290Q200 346 232 290L264 304Q348 330 354 410Z', '#c4552e') +
      fill('M136 304L166 284L200 356L186 376Z', '#dd6f40') +
      fill('M264 304L234 284L200 356L214 376Z', '#9c3f20'),
    before:
      fill(
        'M132 176Q120 112 152 92Q170 66 208 74Q252 70 262 106Q280 130 268 178Q262 140 244 126Q222 132 206 116Q182 138 158 130Q140 148 132 176Z',
        '#2d2320',
      ) +
      stroke(
        'M152 98q20 -16 40 -6M206 88q26 -6 40 14M170 118q16 4 28 -10',
        '#5a463c',
        4,
        'stroke-linecap="round"',
      ) +
      stroke('M190 28q24 -8 44 8M184 48q30 -12 58 6', '#5a463c', 4, 'stroke-linecap="round"') +
      glasses('#1d3a5c', true),
  });

const callum = () =>
  portrait({
    ground: '#f0bf3f',
    skin: '#f3cba8',
    shade: '#dca27b',
    ink: '#3a2318',
    lips: '#b8594a',
    face: square,
    clothes:
      fill('M36 410Q42 326 128 302L164 286H236L272 302Q358 326 364 410Z', '#12523d') +
      fill('M150 270L164 330L200 350L236 330L250 270L232 296Q200 312 168 296Z', '#0b3a2b') +
      stroke('M200 344V410', '#f5efdf', 5) +
      stroke('M70 352L128 322M330 352L272 322', '#f5efdf', 8),
    before:
      fill(
        'M130 168Q116 104 146 78Q160 44 216 52Q268 50 276 96Q282 130 270 168Q264 132 252 116Q214 124 186 100Q176 122 150 124Q136 140 130 168Z',
        '#b5502a',
      ) +
      fill('M146 80Q170 36 232 46Q284 56 274 108Q250 76 206 84Q176 80 146 80Z', '#d06a3a') +
      each(9, (index) =>
        circle(152 + (index % 3) * 10 + (index > 4 ? 66 : 0), 190 + ((index * 7) % 13), 1.8, '#c27c52'),
      ) +
      fill(
        'M146 206Q152 252 200 268Q248 252 254 206Q246 240 222 246Q200 252 178 246Q154 240 146 206Z',
        '#b5502a',
        'opacity=".32"',
      ),
  });

const humaira = () =>
  portrait({
    ground: '#e3a08a',
    skin: '#c08a5e',
    shade: '#996541',
    ink: '#231a1a',
    lips: '#8f3c3c',
    face: oval,
    behind: fill(
      'M96 300Q70 176 112 104Q144 44 204 44Q272 48 296 112Q326 190 304 300Q330 370 330 410H70Q72 360 96 300Z',
      '#43223c',
    ),
    clothes:
      fill('M30 410Q44 344 112 318H288Q356 344 370 410Z', '#2c6e6c') +
      fill('M96 290Q140 330 200 330Q262 328 304 290Q330 350 318 410H84Q70 350 96 290Z', '#5b2f50'),
    before:
      fill(
        'M200 50Q96 54 104 190Q108 300 200 322Q292 300 296 190Q304 54 200 50ZM200 92Q262 96 260 168Q258 226 240 246Q222 268 200 270Q178 268 160 246Q142 226 140 168Q138 96 200 92Z',
        '#6d3a5f',
        'fill-rule="evenodd"',
      ) +
      fill('M200 50Q304 54 296 190Q292 300 200 322Q252 290 266 210Q280 100 200 76Z', '#43223c') +
      fill('M150 112Q166 84 200 82Q240 84 254 118Q228 96 196 98Q168 98 150 112Z', '#2a1820') +
      stroke(
        curve([
          [126, 236],
          [150, 288],
          [204, 312],
          [270, 300],
        ]),
        '#8a527a',
        4,
        'stroke-linecap="round"',
      ) +
      stroke(
        curve([
          [112, 180],
          [124, 110],
          [166, 70],
        ]),
        '#8a527a',
        4,
        'stroke-linecap="round"',
      ) +
      stroke(
        curve([
          [110, 340],
          [170, 350],
          [236, 376],
        ]),
        '#8a527a',
        4,
        'stroke-linecap="round"',
      ),
  });

const piet = () =>
  portrait({
    ground: '#93a9ad',
    skin: '#edbd98',
    shade: '#cf936b',
    ink: '#33302c',
    lips: '#a8554a',
    face: square,
    behind: fill('M116 190Q108 130 134 118L140 216ZM284 190Q292 130 266 118L260 216Z', '#e9e5da'),
    clothes:
      fill('M24 410Q34 326 120 300L160 282H240L280 300Q366 326 376 410Z', '#e4b02c') +
      fill('M128 298L164 270L200 352L178 410H140Z', '#f3c95a') +
      fill('M272 298L236 270L200 352L222 410H260Z', '#b98712') +
      fill('M168 288L200 348L232 288L200 306Z', '#1f3344') +
      stroke('M200 350V410', '#8d640a', 4) +
      circle(200, 380, 6, '#33302c'),
    before:
      fill(
        'M134 172Q134 200 128 214Q126 276 168 304Q200 318 232 304Q274 276 272 214Q266 200 266 172Q258 204 240 208Q222 200 200 206Q178 200 160 208Q142 204 134 172Z',
        '#f1ede2',
      ) +
      fill(
        'M208 206Q222 200 240 208Q258 204 266 172Q266 200 272 214Q274 276 232 304Q216 312 204 312Q226 260 208 206Z',
        '#d3cdbd',
      ) +
      fill('M178 232Q200 246 222 232Q200 238 178 232Z', '#8f453b', 'stroke="#8f453b" stroke-width="3"') +
      fill('M160 214Q180 200 200 212Q220 200 240 214Q222 228 200 222Q178 228 160 214Z', '#faf7ee') +
      stroke('M166 112q34 -12 66 0M172 126q28 -8 54 0', '#cf936b', 3, 'stroke-linecap="round"') +
      stroke('M150 150q18 -14 38 -3M212 147q20 -11 38 3', '#f1ede2', 9, 'stroke-linecap="round"') +
      fill('M150 104Q176 84 204 88Q176 96 160 122Z', '#fbe0c8'),
  });

const eilis = () =>
  portrait({
    ground: '#34606a',
    skin: '#f1cdb0',
    shade: '#d4a07c',
    ink: '#2b211d',
    lips: '#a3483f',
    face: long,
    behind: fill(
      'M118 260Q88 250 96 190Q96 70 196 54Q300 52 308 148Q330 170 352 160Q338 202 306 206Q326 232 350 228Q318 268 282 252Q270 280 256 286H146Q124 282 118 260Z',
      '#8c3f22',
    ),
    clothes:
      fill('M20 410Q30 334 112 306L150 290H250L288 306Q370 334 380 410Z', '#20302f') +
      fill('M112 312L134 246Q160 304 200 326L176 410H120Z', '#34494a') +
      fill('M288 312L266 246Q240 304 200 326L224 410H280Z', '#16211f') +
      fill('M152 286Q200 320 248 286L240 314Q200 342 160 314Z', '#d9a441') +
      circle(190, 378, 7, '#d9a441'),
    before:
      fill(
        'M130 196Q112 120 148 92Q178 58 232 76Q278 92 270 190Q262 160 252 138Q224 132 202 104Q172 128 148 132Q136 160 130 196Z',
        '#b2562f',
      ) +
      stroke(
        'M202 104Q230 92 262 120M160 96Q180 84 196 100M146 126Q170 122 200 104',
        '#8c3f22',
        4,
        'stroke-linecap="round"',
      ) +
      fill(
        limb(
          [
            [262, 112],
            [296, 118],
            [322, 98],
            [346, 104],
          ],
          [22, 16, 10, 2],
        ),
        '#b2562f',
      ) +
      fill(
        limb(
          [
            [118, 230],
            [104, 262],
            [116, 290],
          ],
          [16, 14, 3],
        ),
        '#b2562f',
      ) +
      group(
        each(6, (index) =>
          circle(154 + (index % 3) * 9 + (index > 2 ? 66 : 0), 194 + ((index * 5) % 9), 1.6, '#c4855c'),
        ),
        '',
      ) +
      circle(131, 202, 5, '#d9a441'),
  });

export const portraits = {
  'portrait-marit-halloran': marit,
  'portrait-tobias-adeyinka': tobias,
  'portrait-ines-vargha': ines,
  'portrait-callum-dahl': callum,
  'portrait-humaira-tahseen': humaira,
  'portrait-piet-lansmeer': piet,
  'portrait-eilis-marrack': eilis,
};
