import { waitUntil as within } from '@open-wc/testing';

/** Waits for a condition. The one second that the library waits is too short where three engines share two cores. */
export const waitUntil: typeof within = (condition, message, options) =>
  within(condition, message, { timeout: 20_000, ...options });
