import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';

type Fetch = (request: Request) => Response | Promise<Response>;

export interface Listening {
  /** `http://localhost:PORT` */
  readonly origin: string;
  close(): void;
}

function listenOn(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}

/**
 * Answers at `http://localhost:PORT`, and only to this machine: by IPv4, and by IPv6 where there is one. Port 0 takes a
 * free one. `variable` is what chooses the port, to be named when it is taken.
 */
export async function listen(fetch: Fetch, port: number, variable: string): Promise<Listening> {
  const servers: Server[] = [];
  const close = () => {
    for (const server of servers) {
      server.close();
      server.closeAllConnections();
    }
  };
  for (const host of ['127.0.0.1', '::1']) {
    const server = createAdaptorServer({ fetch }) as Server;
    try {
      port = await listenOn(server, port, host);
      servers.push(server);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (host === '::1' && code !== 'EADDRINUSE') continue;
      close();
      if (code !== 'EADDRINUSE') throw error;
      throw new Error(`Port ${port} is taken: stop what listens there, or choose another with ${variable}.`);
    }
  }
  return { origin: `http://localhost:${port}`, close };
}
