/** The one sentence in which every suite, and the whole run, says what became of its tests. */
export interface Totals {
  passed: number;
  failed: number;
  skipped: number;
}

export const none = (): Totals => ({ passed: 0, failed: 0, skipped: 0 });

export function add(to: Totals, more: Totals): void {
  to.passed += more.passed;
  to.failed += more.failed;
  to.skipped += more.skipped;
}

export function sentence({ passed, failed, skipped }: Totals): string {
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
}

export function parseSentence(text: string): Totals | undefined {
  const [, passed, failed, skipped] = /^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/.exec(text) ?? [];
  return passed === undefined
    ? undefined
    : { passed: Number(passed), failed: Number(failed), skipped: Number(skipped ?? 0) };
}
