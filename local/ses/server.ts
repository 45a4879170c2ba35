import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import * as z from 'zod';
import type { Account } from './account.ts';
import { control } from './control.ts';
import { refused, type Reply } from './reply.ts';
import { followed } from './tracking.ts';
import { v1 } from './v1.ts';
import { v2 } from './v2.ts';

const read = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(z.instanceof(Buffer).parse(chunk));
  return Buffer.concat(chunks).toString('utf8');
};

/** A call that carries messages of a campaign; mails of our own, which may come at any minute, go by v1. */
const isOfCampaign = (url: string): boolean => url.startsWith('/v2/email/outbound');
const isSend = (url: string, body: string): boolean => isOfCampaign(url) || body.includes('Action=SendRawEmail');

/** True: the connection was dropped on request, before or after the mail was taken. */
const dropped = (account: Account, name: 'resetBefore' | 'resetAfter', response: ServerResponse): boolean => {
  if (account.faults[name] <= 0) return false;
  account.faults[name] -= 1;
  response.destroy();
  return true;
};

/** A reader follows a tracked link. */
const follow = (account: Account, request: IncomingMessage): Reply | undefined => {
  const found = request.method === 'GET' ? followed(request.url ?? '') : undefined;
  const mail = found && account.store.get(found.messageId);
  if (!found || !mail) return undefined;
  const userAgent = request.headers['user-agent'];
  account.publish('click', mail, { link: found.link, ...(userAgent !== undefined && { userAgent }) });
  return { status: 302, type: 'text/plain', body: '', headers: { location: new URL(found.link).href } };
};

const route = async (account: Account, request: IncomingMessage, body: string): Promise<Reply> => {
  const url = request.url ?? '/';
  if (request.method === 'POST' && url === '/') return v1(account, body);
  const known = v2(account, request.method ?? 'GET', url, body) ?? follow(account, request);
  return known ?? control(account, request.method ?? 'GET', new URL(url, 'http://local'), body);
};

const serve = async (account: Account, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const body = await read(request);
  const { url = '' } = request;
  if (isSend(url, body) && account.faults.latencyMs > 0) await wait(account.faults.latencyMs);
  if (isOfCampaign(url) && dropped(account, 'resetBefore', response)) return;
  const reply = await route(account, request, body);
  if (isOfCampaign(url) && dropped(account, 'resetAfter', response)) return;
  const headers = { ...reply.headers, 'content-type': reply.type, 'cache-control': 'no-store' };
  response.writeHead(reply.status, headers).end(reply.body);
};

/** The local SES: v1 and v2 for the SDK, and its own control API, on one origin. */
export const createSesServer = (account: Account): Server => {
  const server = createServer((request, response) => {
    serve(account, request, response).catch((error: unknown) => {
      const { status, type, headers, body } = refused(
        400,
        'BadRequestException',
        error instanceof Error ? error.message : 'unknown',
      );
      if (!response.headersSent) response.writeHead(status, { ...headers, 'content-type': type });
      response.end(body);
    });
  });
  // A caller that backs off for some seconds must not meet a connection that closes at that moment.
  server.keepAliveTimeout = 60_000;
  return server;
};
