import { nextFrame } from '@open-wc/testing';

/** What was said to the publisher in this test, in place of the console. */
export const warnings: string[] = [];

console.warn = (text: string) => void warnings.push(text);
beforeEach(() => void warnings.splice(0));

/** All that is said within the next frames: advice comes in a module of its own, which is there by then. */
export async function said(): Promise<string[]> {
  await import('../../../src/elements/advice.js');
  await nextFrame();
  await nextFrame();
  return [...warnings];
}
