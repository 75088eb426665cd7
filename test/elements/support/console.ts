/** What was said to the publisher in this test, in place of the console. */
export const warnings: string[] = [];

console.warn = (text: string) => void warnings.push(text);
beforeEach(() => void warnings.splice(0));
