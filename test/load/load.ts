import type { Client } from './client.js';
import type { Ledger } from './ledger.js';
import type { Random } from './random.js';

/** What readers of a newspaper ask for. */
const READS = [
  '/v1/stories?limit=10',
  '/v1/stories/101',
  '/v1/comments?story=104&order=newest&limit=20',
  '/v1/comment-counts?stories=101,104',
];

/** Of so many requests one is a comment, and of so many comments one is sent twice at once. */
const ONE_POST_IN = 4;
const ONE_TWICE_IN = 10;

export interface Load {
  /** Milliseconds from the question to the end of the answer. */
  readonly reads: number[];
  readonly posts: number[];
  /** What was answered otherwise than it should be. */
  readonly failures: string[];
}

/** So many clients, each of which asks anew as soon as it has its answer, until the time is over. */
export async function load(
  client: Client,
  ledger: Ledger,
  random: Random,
  clients: number,
  seconds: number,
): Promise<Load> {
  const result: Load = { reads: [], posts: [], failures: [] };
  const end = performance.now() + seconds * 1000;
  const timed = async (times: number[], expected: number, what: string, status: Promise<number>) => {
    const start = performance.now();
    try {
      const answered = await status;
      times.push(performance.now() - start);
      if (answered !== expected) result.failures.push(`${what}: ${answered}`);
    } catch (error) {
      result.failures.push(`${what}: ${(error as Error).message}`);
    }
  };
  const post = async () => {
    const number = ledger.next();
    const times = random(ONE_TWICE_IN) === 0 ? 2 : 1;
    const send = () => timed(result.posts, 201, `letter ${number}`, ledger.send(client, number));
    await Promise.all(Array.from({ length: times }, send));
  };
  const read = (path: string) =>
    timed(
      result.reads,
      200,
      path,
      client.get(path).then(({ status }) => status),
    );
  const reader = async () => {
    while (performance.now() < end) {
      if (random(ONE_POST_IN) === 0) await post();
      else await read(READS[random(READS.length)]!);
    }
  };
  await Promise.all(Array.from({ length: clients }, reader));
  return result;
}
