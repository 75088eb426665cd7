import { Agent, request } from 'node:http';

export interface Answer {
  readonly status: number;
  readonly body: string;
}

/** Asks one server, over as many connections as there are questions at once, which stay open. */
export class Client {
  readonly #agent = new Agent({ keepAlive: true });
  readonly #port: string;

  constructor(origin: string) {
    this.#port = new URL(origin).port;
  }

  get(path: string): Promise<Answer> {
    return this.#ask('GET', path);
  }

  post(path: string, body: unknown, key: string): Promise<Answer> {
    return this.#ask('POST', path, JSON.stringify(body), {
      'Content-Type': 'application/json',
      'Idempotency-Key': key,
    });
  }

  close(): void {
    this.#agent.destroy();
  }

  #ask(method: string, path: string, body = '', headers: Record<string, string> = {}): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const options = { host: '127.0.0.1', port: this.#port, agent: this.#agent, method, path, headers };
      const asked = request(options, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body: text }));
        // A server that is killed in the middle of its answer.
        response.on('error', reject);
      });
      asked.on('error', (error: NodeJS.ErrnoException) => {
        // A server closes what was idle for some seconds while the next question is under way: browsers ask again.
        if (error.code === 'ECONNRESET' && asked.reusedSocket)
          resolve(this.#ask(method, path, body, headers));
        else reject(error);
      });
      asked.end(body);
    });
  }
}
