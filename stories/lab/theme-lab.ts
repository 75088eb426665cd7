import { html, LitElement, type TemplateResult } from 'lit';
import { declarations, type Token } from '../../src/themes/css.js';
import { contrasts } from './contrast.js';
import { colorValue, fileOf, readFile, unitOf } from './file.js';
import { frontPage } from './front-page.js';
import { sheetOf, themes, type Theme } from './themes.js';

type Scheme = 'light' | 'dark';

/** Turns tokens, shows what comes of it, and hands it out. It has no shadow root: the theme that it makes styles the page. */
export class ThemeLab extends LitElement {
  static override properties = { theme: { state: true }, scheme: { state: true }, said: { state: true } };

  declare theme: Theme;
  declare scheme: Scheme;
  /** What was done last, for screen readers too. */
  declare said: string;

  constructor() {
    super();
    this.theme = themes[0] as Theme;
    this.scheme = 'light';
    this.said = '';
  }

  protected override createRenderRoot(): this {
    return this;
  }

  #set(name: string, scheme: Scheme, token: Token): void {
    this.theme = { ...this.theme, [scheme]: { ...this.theme[scheme], [name]: token } };
  }

  #color(name: string, scheme: Scheme): string {
    const token = this.theme[scheme][name] ?? this.theme.light[name];
    return token?.$type === 'color' ? token.$value.hex : '#000000';
  }

  #field(name: string, token: Token): TemplateResult {
    const label = name.replaceAll('-', ' ');
    const set = (next: Token): void => this.#set(name, 'light', next);
    const value = (event: Event): string => (event.target as HTMLInputElement).value;
    const number = (event: Event): number => (event.target as HTMLInputElement).valueAsNumber;
    switch (token.$type) {
      case 'color':
        return html`${(['light', 'dark'] as const).map(
          (scheme) =>
            html`<label
              >${label}, ${scheme}
              <input
                type="color"
                .value=${this.#color(name, scheme)}
                @input=${(event: Event) =>
                  this.#set(name, scheme, { $type: 'color', $value: colorValue(value(event)) })}
            /></label>`,
        )}`;
      case 'fontFamily':
        return html`<label class="wide"
          >${label}
          <input
            .value=${token.$value.join(', ')}
            @change=${(event: Event) =>
              set({
                ...token,
                $value: value(event)
                  .split(',')
                  .map((one) => one.trim().replace(/["'{};]/g, ''))
                  .filter(Boolean),
              })}
        /></label>`;
      case 'border':
        return html`<label
          >${label}, px
          <input
            type="number"
            min="0"
            max="12"
            .value=${String(token.$value.width.value)}
            @input=${(event: Event) => {
              const width = number(event);
              if (width >= 0)
                set({ ...token, $value: { ...token.$value, width: { value: width, unit: 'px' } } });
            }}
        /></label>`;
      default: {
        const unit = unitOf(token);
        const least = name.startsWith('tracking') ? -1 : 0;
        const step = token.$type === 'fontWeight' ? 100 : unit === 'ch' ? 1 : 0.005;
        return html`<label
          >${label}${unit ? `, ${unit}` : ''}
          <input
            type="number"
            step=${step}
            min=${least}
            .value=${String(token.$value)}
            @input=${(event: Event) => {
              const next = number(event);
              if (next >= least) set({ ...token, $value: next });
            }}
        /></label>`;
      }
    }
  }

  /** In short while tokens are turned, as tables when opened. */
  #contrasts(): TemplateResult {
    const low = (['light', 'dark'] as const).flatMap((scheme) =>
      contrasts((token) => this.#color(token, scheme))
        .filter(({ ratio, least }) => ratio < least)
        .map(({ name }) => `${name.replaceAll('-', ' ')} (${scheme})`),
    );
    return html`<details class="wide contrast">
      <summary class=${low.length ? 'low' : ''}>
        Contrast: ${low.length ? `too low for ${low.join(', ')}` : 'enough everywhere'}
      </summary>
      ${this.#contrast('light')}${this.#contrast('dark')}
    </details>`;
  }

  #contrast(scheme: Scheme): TemplateResult {
    return html`<table>
      <caption>
        Contrast to the ground, ${scheme}
      </caption>
      <tbody>
        ${contrasts((token) => this.#color(token, scheme)).map(
          ({ name, ratio, least }) =>
            html`<tr class=${ratio < least ? 'low' : ''}>
              <th scope="row">${name.replaceAll('-', ' ')}</th>
              <td>${ratio.toFixed(1)}</td>
              <td>${ratio < least ? `too low: ${least} is needed` : `enough: ${least} is needed`}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
  }

  get css(): string {
    return `/* For a page, or a part of it, that has class="news-mine". */\n${sheetOf(this.theme, 'mine')}`;
  }

  get json(): string {
    return fileOf(this.theme);
  }

  #copy(text: string): void {
    void navigator.clipboard.writeText(text).then(
      () => (this.said = 'Copied.'),
      () => (this.said = 'The browser did not allow it: download instead.'),
    );
  }

  #download(text: string, name: string, type: string): void {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type }));
    link.download = name;
    link.click();
    URL.revokeObjectURL(link.href);
    this.said = `${name} is downloaded.`;
  }

  /** Takes the tokens of a file that was made here, or of one theme's token file; what does not fit is left. */
  load(text: string): void {
    try {
      const { theme, left } = readFile(text, this.theme);
      this.theme = theme;
      this.said = left.length ? `Loaded, but for what does not fit: ${left.join(', ')}.` : 'Loaded.';
    } catch (error) {
      this.said = `That is no file of tokens: ${(error as Error).message}. Nothing was changed.`;
    }
  }

  protected override render(): TemplateResult {
    const { light } = this.theme;
    return html`<style>
        ${sheetOf(this.theme, 'lab')}
      </style>
      <form class="lab-form" @submit=${(event: Event) => event.preventDefault()}>
        <label class="wide"
          >Begin with
          <select
            @change=${(event: Event) => {
              const { value } = event.target as HTMLSelectElement;
              this.theme = themes.find(({ name }) => name === value) ?? this.theme;
            }}
          >
            ${themes.map(({ name }) => html`<option .selected=${name === this.theme.name}>${name}</option>`)}
          </select></label
        >
        <label class="wide"
          >Show
          <select @change=${(event: Event) => (this.scheme = (event.target as HTMLSelectElement).value as Scheme)}>
            <option>light</option>
            <option>dark</option>
          </select></label
        >
        ${this.#contrasts()} ${Object.entries(light).map(([name, token]) => this.#field(name, token))}
        <p class="wide buttons">
          <button type="button" @click=${() => this.#copy(this.css)}>Copy CSS</button>
          <button type="button" @click=${() => this.#download(this.css, 'mine.css', 'text/css')}>
            Download CSS
          </button>
          <button type="button" @click=${() => this.#copy(this.json)}>Copy JSON</button>
          <button
            type="button"
            @click=${() => this.#download(this.json, 'mine.tokens.json', 'application/json')}
          >
            Download JSON
          </button>
        </p>
        <label class="wide"
          >Load JSON
          <input
            type="file"
            accept=".json"
            @change=${async (event: Event) => {
              const file = (event.target as HTMLInputElement).files?.[0];
              if (file) this.load(await file.text());
            }}
        /></label>
        <p class="wide" role="status">${this.said}</p>
        <details class="wide">
          <summary>The tokens as CSS</summary>
          <pre tabindex="0">${declarations(light, this.theme.dark).join('\n')}</pre>
        </details>
      </form>
      <div class="lab-page news-lab news-${this.scheme}">${frontPage()}</div>`;
  }
}
