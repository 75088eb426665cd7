import { Problem } from '../kit/problem.js';

// One question to a server and all that came back, as a reader's browser would see it: also the redirects, and what each
// answer allows to whom.

/** How long one answer may take, in milliseconds; as long as the elements wait. */
const patience = 8_000;
/** No answer is read any further, in bytes; as by the elements. */
const longest = 20_000_000;
const mostRedirects = 5;

/** An answer on the way: the last one, or a redirect before it. */
export interface Step {
  readonly url: string;
  /** What the header `Origin` said. */
  readonly origin: string | undefined;
  readonly status: number;
  readonly headers: Headers;
}

export interface Exchange {
  /** The redirects, and as the last one the answer. */
  readonly steps: readonly Step[];
  readonly answer: Step;
  readonly body: string;
  /** Milliseconds that it took. */
  readonly took: number;
}

export interface Question {
  /** Nothing is ever sent. */
  readonly method?: 'GET' | 'OPTIONS';
  /** The origin of the page that asks; left out where a reader goes there. */
  readonly origin?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
}

type Failures = Readonly<Record<string, readonly [text: string, remedy: string] | undefined>>;

const noTls = ['it speaks no TLS there', 'Serve it by https on that port, or correct the port.'] as const;
const noChain = [
  'its certificate comes without the one that vouches for it',
  'Serve the whole chain: in nginx `ssl_certificate` names fullchain.pem, not cert.pem.',
] as const;
const authority = "Take a certificate of a public authority (Let's Encrypt gives them for nothing).";

/** What a connection that failed is told by, and what to do. */
const failures: Failures = {
  ENOTFOUND: [
    'no server is known by that name',
    'Look for a slip in the address, or wait for the DNS to know it.',
  ],
  EAI_AGAIN: [
    'the name server did not answer',
    'Look at the network and the DNS of this machine, and try again.',
  ],
  ECONNREFUSED: ['nothing listens there', 'Start the server, or correct the port in the address.'],
  ECONNRESET: ['the server hung up', 'Look into the log of the server, or of the firewall before it.'],
  UND_ERR_SOCKET: ['the server hung up', 'Look into the log of the server, or of the firewall before it.'],
  EPROTO: noTls,
  ERR_SSL_WRONG_VERSION_NUMBER: noTls,
  ERR_SSL_PACKET_LENGTH_TOO_LONG: noTls,
  CERT_HAS_EXPIRED: [
    'its certificate has expired',
    'Renew the certificate, and make its renewal a job of the machine.',
  ],
  CERT_NOT_YET_VALID: [
    'its certificate is not valid yet',
    "Set the server's clock, or issue the certificate anew.",
  ],
  ERR_TLS_CERT_ALTNAME_INVALID: [
    'its certificate is for another name',
    'Issue the certificate for this very name, too; www.example.org and example.org are two.',
  ],
  DEPTH_ZERO_SELF_SIGNED_CERT: ['its certificate is signed by itself, which no browser trusts', authority],
  SELF_SIGNED_CERT_IN_CHAIN: ['its certificate comes from an authority that no browser knows', authority],
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: noChain,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: noChain,
  redirects: [
    'it is sent on more than five times',
    'Look for rules that contradict each other: www, https, a slash at the end.',
  ],
  'too-long': ['it answers more than 20 MB', 'Let it answer with fewer stories, or shorter ones.'],
};

/** What to do about an exchange that came to nothing. */
export const remedyFor = ({ kind, reason }: Problem): string =>
  kind === 'timeout'
    ? 'Find out what the server waits for (its database, another server); readers do not wait any longer either.'
    : (failures[reason]?.[1] ??
      'Open the address in a browser on this machine, and look into the log of the server.');

const cameToNothing = (url: string, code: string, said = code): Problem =>
  new Problem('network', `${url} could not be read: ${failures[code]?.[0] ?? said}`, 0, code);

function asProblem(error: unknown, url: string): Problem {
  if (error instanceof Problem) return error;
  const { name, message, cause } = error as Error & { cause?: { code?: unknown; message?: unknown } };
  if (name === 'TimeoutError' || name === 'AbortError')
    return new Problem('timeout', `${url} did not answer within ${patience / 1_000} seconds`);
  const code = typeof cause?.code === 'string' ? cause.code : '';
  return cameToNothing(url, code, typeof cause?.message === 'string' ? cause.message : message);
}

/** The text of an answer, in the encoding that its server names, or its XML declaration. */
async function textOf(response: Response, url: string): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.length;
    if (size > longest) {
      void reader?.cancel();
      throw cameToNothing(url, 'too-long');
    }
    parts.push(part.value);
  }
  const bytes = await new Blob(parts as BlobPart[]).arrayBuffer();
  const declared = /^\W*<\?xml[^>]*encoding=["']([\w-]+)/;
  const told =
    /charset=["']?([\w-]+)/i.exec(response.headers.get('Content-Type') ?? '') ??
    declared.exec(new TextDecoder().decode(bytes.slice(0, 200)));
  try {
    return new TextDecoder(told?.[1]).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

/** Asks once, and follows where a read is sent on to. @throws {Problem} when no whole answer came */
export async function exchange(address: string, question: Question = {}): Promise<Exchange> {
  const { method = 'GET', headers } = question;
  const signal = AbortSignal.timeout(patience);
  const began = performance.now();
  const steps: Step[] = [];
  let url = address;
  let { origin } = question;
  try {
    for (;;) {
      const response = await fetch(url, {
        method,
        // Firewalls turn away what does not call itself a browser.
        headers: {
          'User-Agent': 'Mozilla/5.0 (compatible; standfirst-check)',
          ...(origin && { Origin: origin }),
          ...headers,
        },
        redirect: 'manual',
        signal,
      });
      const answer: Step = { url, origin, status: response.status, headers: response.headers };
      steps.push(answer);
      const location = response.headers.get('Location');
      if (method !== 'GET' || answer.status < 300 || answer.status > 399 || !location)
        return {
          steps,
          answer,
          body: await textOf(response, url),
          took: Math.round(performance.now() - began),
        };
      await response.body?.cancel();
      if (steps.length > mostRedirects) throw cameToNothing(address, 'redirects');
      const next = URL.canParse(location, url) ? new URL(location, url) : undefined;
      if (!next || !/^https?:$/.test(next.protocol))
        throw cameToNothing(address, '', `it is sent on to ${location}`);
      // Fetch Standard, "HTTP-redirect fetch": whoever one stranger sends on to another no longer says who asks.
      const from = new URL(url).origin;
      if (origin && from !== origin && next.origin !== from) origin = 'null';
      url = next.href;
    }
  } catch (error) {
    throw asProblem(error, url);
  }
}
