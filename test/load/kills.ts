import { kill, start } from '../api/processes.js';
import { Client } from './client.js';
import { type Count, Ledger } from './ledger.js';
import type { Random } from './random.js';

/** How much may happen at most between a start and its end: so many requests and answers. */
const LONGEST = 300;

/**
 * Clients that post, and an API that is killed at random moments, and started again. What has had no answer is sent
 * again under its key, as an outbox does it.
 */
export async function killAgainAndAgain(
  env: Readonly<Record<string, string>>,
  random: Random,
  clients: number,
  times: number,
): Promise<Count> {
  const ledger = new Ledger();
  for (let time = 0; time < times; time++) {
    const api = await start(env);
    const client = new Client(api.origin);
    // Not after a time: the moment is to be the same one for the same seed.
    let left = 1 + random(LONGEST);
    let killed: Promise<unknown> | undefined;
    const happened = () => {
      if (--left === 0) killed = kill(api.child, 'SIGKILL');
    };
    const unanswered = [...ledger.open];
    const poster = async () => {
      while (!killed) {
        const sent = ledger.send(client, unanswered.pop() ?? ledger.next());
        happened();
        await sent.then(happened, () => {
          // It stays open. A process that goes by itself has said why, and the next start will tell.
          left = Math.min(left, 1);
          if (!killed) happened();
        });
      }
    };
    await Promise.all(Array.from({ length: clients }, poster));
    await killed;
    client.close();
  }
  const api = await start(env);
  const client = new Client(api.origin);
  for (const number of ledger.open) await ledger.send(client, number);
  const count = await ledger.count(client);
  client.close();
  await kill(api.child, 'SIGTERM');
  return count;
}
