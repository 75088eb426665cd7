import type { PageStream, RenderOptions } from './render-page.js';
import { longest, renderText, tell } from './render-text.js';

const encoder = new TextEncoder();

/** Where a tag of a custom element begins, or may begin with what comes next; all the rest is not ours. */
const mayBegin = /<(?:[a-z][^\s/>]*-|[a-z][^\s/>]*$|$)/i;

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

async function* rendered(html: PageStream, options: RenderOptions): AsyncGenerator<Uint8Array, void> {
  let parts: Uint8Array[] = [];
  let size = 0;
  /** How much of it has gone on. */
  let gone = 0;
  let found = false;
  let whole = true;
  try {
    for await (const part of html as AsyncIterable<Uint8Array | string>) {
      const bytes = typeof part === 'string' ? encoder.encode(part) : part;
      if (!whole) {
        yield bytes;
        continue;
      }
      parts.push(bytes);
      size += bytes.length;
      if (size > longest) {
        whole = false;
        tell(options, 'NEWS-PAGE', `a page of more than ${longest / 1e6} MB is left as it is`);
        yield joined(parts).subarray(gone);
        parts = [];
      } else if (!found) {
        const all = joined(parts);
        parts = [all];
        // Each byte as one character: an offset in the one is an offset in the other.
        const rest = new TextDecoder('latin1').decode(all.subarray(gone));
        const begin = rest.search(mayBegin);
        found = begin >= 0 && /^<[a-z][^\s/>]*-/i.test(rest.slice(begin));
        const end = begin < 0 ? size : gone + begin;
        if (end > gone) yield all.subarray(gone, end);
        gone = end;
      }
    }
  } catch (error) {
    // It broke off: what has come is not kept back.
    if (whole) yield joined(parts).subarray(gone);
    throw error;
  }
  if (!whole || gone === size) return;
  const all = joined(parts);
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let text: string;
  let before: number;
  try {
    before = decoder.decode(all.subarray(0, gone)).length;
    text = decoder.decode(all);
  } catch {
    tell(options, 'NEWS-PAGE', 'a page that is not UTF-8 is left as it is');
    yield all.subarray(gone);
    return;
  }
  yield encoder.encode((await renderText(text, options)).slice(before));
}

export function renderStream(html: PageStream, options: RenderOptions): ReadableStream<Uint8Array> {
  const parts = rendered(html, options);
  return new ReadableStream({
    async pull(controller) {
      const next = await parts.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
    async cancel() {
      await parts.return();
    },
  });
}
