const said = new Set<string>();

/** Says one sentence to the publisher, once. `code` is stable: it can be searched for. */
export function warn(code: string, sentence: string): void {
  const text = `${code}: ${sentence}`;
  if (said.has(text)) return;
  said.add(text);
  console.warn(text);
}
