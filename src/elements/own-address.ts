import { safeUrl } from '../kit/urls.js';

/**
 * An address that the publisher wrote, as it was written, unless it would run a script. A server does not know what a
 * relative one is relative to.
 */
export const ownAddress = (value: string | undefined): string | undefined =>
  safeUrl(value, 'https://page.invalid') && value;
