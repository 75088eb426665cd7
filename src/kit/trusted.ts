// What turns text into HTML or script, by a policy that never leaves these files.
import { policy } from './trusted-policy.js';

/**
 * Parses HTML, or XML, into a document in which nothing runs and nothing is loaded.
 * @throws {TypeError} where the page demands a policy, and refuses ours
 */
export const inertDocument = (text: string, type: DOMParserSupportedType = 'text/html'): Document =>
  new DOMParser().parseFromString(policy().createHTML(text), type);

/**
 * Fills a script element that holds data.
 * @throws {TypeError} where the page demands a policy, and refuses ours
 */
export function fillScript(script: HTMLScriptElement, text: string): void {
  script.text = policy().createScript(text);
}
