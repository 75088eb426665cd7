// Of the autoloader's chunks the one that each of them needs: what elements share, and the client, for pages that load
// elements by themselves mostly name an API, and one request more costs them more than its bytes.
import '../content/client.js';

export { settingsFrom } from './own-tag.js';
