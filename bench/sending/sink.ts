import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import * as z from 'zod';

type Answer = { type: string; body: string; status?: number };

const Bulk = z.object({ BulkEmailEntries: z.array(z.unknown()) });

const read = async (request: IncomingMessage): Promise<Buffer> => {
  const parts: Uint8Array[] = [];
  for await (const part of request) parts.push(z.instanceof(Uint8Array).parse(part));
  return Buffer.concat(parts);
};

/** As long as the ids of SES, which the ledger has to keep. */
const messageId = (): string => `0100${Date.now().toString(16).padStart(12, '0')}-${randomUUID()}-000000`;

const xml = (action: string, result: string): Answer => ({
  type: 'text/xml',
  body: `<${action}Response xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><${action}Result>${result}</${action}Result></${action}Response>`,
});

const json = (value: unknown, type = 'application/json'): Answer => ({ type, body: JSON.stringify(value) });

/** As AWS throttles an action, whatever is in the call. */
const tooManyCalls: Answer = { ...json({ message: 'Rate exceeded' }), status: 429 };

const isSend = ({ url = '' }: IncomingMessage): boolean => url.startsWith('/v2/email/outbound');

/** SES, S3 and Secrets Manager for one worker: they answer at once, take everything and count it. */
export class Sink {
  requests = 0;
  bytes = 0;
  messages = 0;
  private readonly objects: ReadonlyMap<string, string>;
  private readonly perSecond: number;
  private readonly delayMs: number;
  private readonly takesBulkCalls: boolean;
  private readonly server: Server;

  /** @param ses how long SES takes for each call, and whether it takes any SendBulkEmail */
  constructor(
    objects: ReadonlyMap<string, string>,
    perSecond: number,
    { delayMs = 0, takesBulkCalls = true }: { delayMs?: number; takesBulkCalls?: boolean } = {},
  ) {
    this.objects = objects;
    this.perSecond = perSecond;
    this.delayMs = delayMs;
    this.takesBulkCalls = takesBulkCalls;
    this.server = createServer((request, response) => {
      this.serve(request, response).catch(() => response.destroy());
    });
    this.server.keepAliveTimeout = 60_000;
  }

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => {
      this.server.listen(0, '127.0.0.1', () => resolve());
    });
    const address: AddressInfo | string | null = this.server.address();
    if (address === null || typeof address === 'string') throw new Error('the sink has no port');
    return `http://127.0.0.1:${address.port}`;
  }

  forget(): void {
    this.requests = 0;
    this.bytes = 0;
    this.messages = 0;
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await read(request);
    this.requests += 1;
    this.bytes += body.length;
    if (this.delayMs > 0 && isSend(request)) await wait(this.delayMs);
    const { type, body: text, status = 200 } = this.answer(request, body.toString('utf8'));
    response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(text) }).end(text);
  }

  private answer(request: IncomingMessage, body: string): Answer {
    const path = new URL(request.url ?? '/', 'http://sink').pathname;
    if (path === '/v2/email/outbound-bulk-emails') return this.takesBulkCalls ? this.bulk(body) : tooManyCalls;
    if (path === '/v2/email/outbound-emails') return this.single();
    if (String(request.headers['x-amz-target'] ?? '').endsWith('GetSecretValue'))
      return json(
        { SecretString: 'a secret as long as the one that CDK generates for us, 64 signs.' },
        'application/x-amz-json-1.1',
      );
    if (path === '/v2/email/account')
      return json({ SendQuota: { Max24HourSend: -1, MaxSendRate: this.perSecond, SentLast24Hours: 0 } });
    if (request.method === 'GET') return this.object(path);
    return this.v1();
  }

  private bulk(body: string): Answer {
    const { BulkEmailEntries } = Bulk.parse(JSON.parse(body));
    this.messages += BulkEmailEntries.length;
    return json({
      BulkEmailEntryResults: BulkEmailEntries.map(() => ({ Status: 'SUCCESS', MessageId: messageId() })),
    });
  }

  private single(): Answer {
    this.messages += 1;
    return json({ MessageId: messageId() });
  }

  private object(path: string): Answer {
    const found = this.objects.get(path.split('/').slice(2).join('/'));
    return found === undefined
      ? { type: 'application/xml', body: '<Error><Code>NoSuchKey</Code></Error>', status: 404 }
      : { type: 'application/json', body: found };
  }

  private v1(): Answer {
    this.messages += 1;
    return xml('SendRawEmail', `<MessageId>${messageId()}</MessageId>`);
  }
}
