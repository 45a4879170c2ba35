import * as z from 'zod';
import { noFaults, type Account } from './account.ts';
import { demoRatios, plainRatios } from './behaviour.ts';
import { eventKinds } from './events.ts';
import type { Mail } from './mail.ts';
import { mimeOf } from './mime.ts';
import { json, type Reply } from './reply.ts';

const notFound = json({ message: 'The local SES does not know this.' }, 404);

const Destination = z.object({
  topicArn: z.string().startsWith('arn:'),
  events: z.array(z.enum(eventKinds)).optional(),
});
const Faults = z
  .object({
    latencyMs: z.number(),
    throttleNext: z.number(),
    resetBefore: z.number(),
    resetAfter: z.number(),
    dailyQuotaExceeded: z.boolean(),
    pauseAccount: z.boolean(),
    suspendAccount: z.boolean(),
    rejectAddresses: z.array(z.string()),
    loseEvents: z.array(z.enum(eventKinds)),
  })
  .partial();
const BehaviourMode = z.object({ mode: z.enum(['plain', 'demo']), seed: z.int().default(1) });
const LimitsSet = z
  .object({
    perSecond: z.number().positive(),
    per24Hours: z.number(),
    bulkCallsPerSecond: z.number().min(0),
    readsPerSecond: z.number().positive(),
  })
  .partial();
const ByHand = z.object({
  kind: z.enum(['delivery', 'bounce', 'complaint', 'open', 'click', 'delay', 'unsubscribe']),
  link: z.string().optional(),
  userAgent: z.string().optional(),
  bot: z.enum(['Likely', 'Unlikely']).optional(),
  bounceType: z.string().optional(),
  bounceSubType: z.string().optional(),
  status: z.string().optional(),
  isReply: z.boolean().optional(),
  complaintFeedbackType: z.string().optional(),
  complaintSubType: z.string().optional(),
});
const Replay = z.object({ order: z.enum(['same', 'reverse']).default('same'), run: z.string().optional() });

const listed = (account: Account, query: URLSearchParams): Reply => {
  const param = (name: string) => query.get(name) ?? undefined;
  const limit = Math.min(1000, Number(query.get('limit') ?? 100));
  const [to, since, tag, cursor] = ['to', 'since', 'tag', 'cursor'].map(param);
  const filter = { limit, ...(to && { to }), ...(since && { since }), ...(tag && { tag }), ...(cursor && { cursor }) };
  return json(query.get('order') === 'newest' ? account.store.latest(filter) : account.store.list(filter));
};

const byHand = async (account: Account, mail: Mail, body: string): Promise<Reply> => {
  const { kind, ...given } = ByHand.parse(JSON.parse(body));
  if (kind === 'unsubscribe') return json({ unsubscribed: await account.unsubscribe(mail) });
  const facts = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  account.publish(kind, mail, facts);
  return json({ published: kind });
};

const health = (account: Account): Reply =>
  json({
    ready: true,
    messages: account.store.size,
    pendingEvents: account.publisher.pending,
    publishedEvents: account.publisher.published,
    perSecond: account.limits.perSecond,
    per24Hours: account.limits.per24Hours,
    sentLast24Hours: account.limits.sentLast24Hours(),
    topics: account.publisher.topicsKnown(),
  });

const put = (account: Account, path: string, body: string): Reply => {
  const given: unknown = JSON.parse(body);
  const set = /^\/configuration-sets\/([\w-]{1,64})$/.exec(path)?.[1];
  if (set !== undefined) account.publisher.setDestination(set, Destination.parse(given));
  else if (path === '/faults') Object.assign(account.faults, Faults.parse(given));
  else if (path === '/limits') Object.assign(account.limits, LimitsSet.parse(given));
  else if (path === '/behaviour') {
    const { mode, seed } = BehaviourMode.parse(given);
    account.ratios = mode === 'demo' ? demoRatios : plainRatios;
    account.seed = seed;
  } else return notFound;
  return json({ ok: true });
};

/** In place of the DNS: the domains that are verified here have the records that SES asks for. */
const texts = (account: Account, name: string): Reply => {
  const isPolicy = name.startsWith('_dmarc.');
  const isOurs = account.verified.has(name.replace('_dmarc.', ''));
  return json({ texts: isOurs ? [isPolicy ? 'v=DMARC1; p=none' : 'v=spf1 include:amazonses.com ~all'] : [] });
};

/** A file of a mail, to be saved: no browser shows it, whatever it is. */
const fileOf = ({ attachments = [] }: Mail, place: number): Reply => {
  const file = attachments[place];
  const headers = { 'x-content-type-options': 'nosniff', 'content-disposition': 'attachment' };
  return file ? { status: 200, type: 'application/octet-stream', body: file.content, headers } : notFound;
};

const get = async (account: Account, url: URL, mail: Mail | undefined): Promise<Reply> => {
  if (url.pathname === '/health') return health(account);
  if (url.pathname === '/messages') return listed(account, url.searchParams);
  if (url.pathname === '/events') return json({ events: account.publisher.events() });
  if (url.pathname === '/texts') return texts(account, url.searchParams.get('name') ?? '');
  if (!mail) return notFound;
  if (url.pathname.endsWith('/raw')) return { status: 200, type: 'message/rfc822', body: await mimeOf(mail) };
  const place = /\/attachments\/(\d+)$/.exec(url.pathname)?.[1];
  return place === undefined ? json(account.store.shown(mail)) : fileOf(mail, Number(place));
};

const forget = (account: Account, path: string): Reply => {
  if (path === '/messages') account.store.clear();
  else if (path === '/faults') account.faults = noFaults();
  else return notFound;
  return json({ ok: true });
};

/** What SES does not have: the inbox, the topics, the faults. For the inbox page, the demo and the tests. */
export const control = async (account: Account, method: string, url: URL, body: string): Promise<Reply> => {
  const path = url.pathname;
  const id = /^\/messages\/([\w-]+)/.exec(path)?.[1];
  const mail = id === undefined ? undefined : account.store.get(id);
  if (method === 'GET') return get(account, url, mail);
  if (method === 'PUT') return put(account, path, body);
  if (method === 'DELETE') return forget(account, path);
  if (path === '/events/replay') {
    const { order, run } = Replay.parse(JSON.parse(body));
    return json({ published: account.publisher.replay(order, run) });
  }
  return mail && path.endsWith('/events') ? byHand(account, mail, body) : notFound;
};
