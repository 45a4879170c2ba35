import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import * as z from 'zod';
import type { Account } from './account.ts';
import { BulkRequest, sendBulk } from './bulk.ts';
import { control } from './control.ts';
import { v1, type Reply } from './v1.ts';

const json = (value: unknown, status = 200): Reply => ({
  status,
  type: 'application/json',
  body: JSON.stringify(value),
});

const read = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(z.instanceof(Buffer).parse(chunk));
  return Buffer.concat(chunks).toString('utf8');
};

const bulk = (account: Account, body: string): Reply => {
  const parsed = BulkRequest.safeParse(JSON.parse(body));
  if (!parsed.success) return json({ __type: 'BadRequestException', message: parsed.error.issues[0]?.message }, 400);
  const results = sendBulk(account, parsed.data);
  return json({
    BulkEmailEntryResults: results.map(({ status, messageId, error }) => ({
      Status: status,
      ...(error !== undefined && { Error: error }),
      ...(messageId !== undefined && { MessageId: messageId }),
    })),
  });
};

/** SES v2 GetAccount and GetEmailIdentity: the parts that Freigabe asks for. */
const v2Read = (account: Account, path: string): Reply | undefined => {
  const { limits } = account;
  if (path === '/v2/email/account')
    return json({
      SendQuota: {
        Max24HourSend: limits.per24Hours,
        MaxSendRate: limits.perSecond,
        SentLast24Hours: limits.sentLast24Hours(),
      },
    });
  const identity = /^\/v2\/email\/identities\/([^/]+)$/.exec(path)?.[1];
  if (identity === undefined) return undefined;
  return account.verified.has(decodeURIComponent(identity).toLowerCase())
    ? json({ VerifiedForSendingStatus: true })
    : json({ __type: 'NotFoundException', message: 'Email identity does not exist.' }, 404);
};

const isSend = (url: string, body: string): boolean =>
  url.startsWith('/v2/email/outbound') || body.includes('Action=SendRawEmail');

/** True: the connection was dropped on request, before or after the mail was taken. */
const dropped = (account: Account, name: 'resetBefore' | 'resetAfter', response: ServerResponse): boolean => {
  if (account.faults[name] <= 0) return false;
  account.faults[name] -= 1;
  response.destroy();
  return true;
};

const route = async (account: Account, request: IncomingMessage, body: string): Promise<Reply> => {
  const url = request.url ?? '/';
  if (request.method === 'POST' && url === '/') return v1(account, body);
  if (request.method === 'POST' && url === '/v2/email/outbound-bulk-emails') return bulk(account, body);
  const known = request.method === 'GET' ? v2Read(account, url) : undefined;
  if (known) return known;
  return control(account, request.method ?? 'GET', new URL(url, 'http://local'), body);
};

const serve = async (account: Account, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const body = await read(request);
  const sends = isSend(request.url ?? '', body);
  if (sends && account.faults.latencyMs > 0) await wait(account.faults.latencyMs);
  if (sends && dropped(account, 'resetBefore', response)) return;
  const reply = await route(account, request, body);
  if (sends && dropped(account, 'resetAfter', response)) return;
  response.writeHead(reply.status, { 'content-type': reply.type, 'cache-control': 'no-store' }).end(reply.body);
};

/** The local SES: v1 and v2 for the SDK, and its own control API, on one origin. */
export const createSesServer = (account: Account): Server => {
  const server = createServer((request, response) => {
    serve(account, request, response).catch((error: unknown) => {
      const detail = error instanceof Error ? error.message : 'unknown';
      if (!response.headersSent) response.writeHead(400, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ __type: 'BadRequestException', message: detail }));
    });
  });
  // A caller that backs off for some seconds must not meet a connection that closes at that moment.
  server.keepAliveTimeout = 60_000;
  return server;
};
