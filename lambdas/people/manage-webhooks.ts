import { WEBHOOKS_CHAIN, type Origin } from '../../domain/model/audit-chain.ts';
import { amongOthers } from '../../domain/http/among-others.ts';
import { madeOnce, type Making } from '../../domain/http/making.ts';
import { Problem } from '../../domain/http/problem.ts';
import type { HttpHandler, HttpRequest } from '../../domain/http/route.ts';
import type { Actor } from '../../domain/people/people.ts';
import type { Webhooks, Seal } from '../../domain/people/ports/webhooks.ts';
import { WEBHOOKS_MAX, type KnownOutcome, type Webhook } from '../../domain/people/webhook.ts';
import type { NewWebhook, WebhookView, WebhookWithSecret } from '../../domain/people/webhook-api.ts';
import type { webhookRoutes } from '../../domain/people/webhook-routes.ts';
import { recordedIn } from '../../domain/people/recorded.ts';
import type { Audit } from '../../domain/ports/audit.ts';
import { postWebhook, type PostPorts } from './post-webhook.ts';

export type WebhookPorts = PostPorts & {
  webhooks: Webhooks;
  seal: Seal;
  audit: Audit;
  newId: () => string;
  newSecret: () => string;
};

type Routes = typeof webhookRoutes;
type Request = { actor: Actor; origin: Origin };
type Maker = Request & { making: Making };

const viewOf = ({ revision: _r, sealed: _s, ...webhook }: Webhook, last: KnownOutcome | null): WebhookView => ({
  ...webhook,
  last,
});

const by = ({ actor, origin }: Request) => ({ chain: WEBHOOKS_CHAIN, actor, origin });

/** GET /webhooks */
export const listWebhooks =
  ({ webhooks }: Pick<WebhookPorts, 'webhooks'>): HttpHandler<Routes['listWebhooks']> =>
  async () => ({ items: (await webhooks.all()).map(({ webhook, last }) => viewOf(webhook, last)) });

/** GET /webhooks/audit: `npm run audit:verify` proves what it answers. */
export const getWebhooksAudit =
  ({ audit }: Pick<WebhookPorts, 'audit'>): HttpHandler<Routes['getWebhooksAudit']> =>
  async () =>
    audit.ofRun(WEBHOOKS_CHAIN);

const known = async ({ webhooks }: WebhookPorts, id: string) => {
  const found = (await webhooks.all()).find(({ webhook }) => webhook.id === id);
  if (found) return found;
  throw new Problem('not-found', 'There is no webhook of this id.', 'Load the list of webhooks again.', {
    cause: 'webhookGone',
  });
};

const hostOf = ({ outside }: WebhookPorts, address: string): string => {
  const fault = outside.fault(address);
  if (fault === undefined) return new URL(address).host;
  throw new Problem(
    'invalid-input',
    'Nothing is sent to such an address.',
    'Give the whole https address of a public server, without a user name and without a port.',
    { cause: 'webhookAddress', fault },
  );
};

const write = async ({ webhooks }: WebhookPorts, webhook: Webhook): Promise<void> => {
  if (await webhooks.write(webhook)) return;
  throw new Problem(
    'conflict',
    'Somebody else changed this webhook meanwhile.',
    'Load the list and look at it again.',
    {
      cause: 'webhookMovedOn',
    },
  );
};

/** The answer to an earlier call of the same request, of whose secret nobody heard. Undefined: it made none. */
const saidAgain = async (ports: WebhookPorts, id: string, { making }: Maker) => {
  const found = (await ports.webhooks.all()).find(({ webhook }) => webhook.id === id);
  if (!found) return undefined;
  const { webhook, last } = found;
  const [current] = (await ports.seal.open(webhook)).secrets;
  if (current?.by !== making.id) return undefined;
  return { webhook: viewOf(webhook, last), secret: webhook.kind === 'webhook' ? current.secret : null };
};

const refuseOneMore = async ({ webhooks }: WebhookPorts): Promise<void> => {
  if ((await webhooks.all()).length < WEBHOOKS_MAX) return;
  throw new Problem('conflict', `There are ${WEBHOOKS_MAX} webhooks already.`, 'Remove one that nobody needs.', {
    cause: 'tooManyWebhooks',
    limit: WEBHOOKS_MAX,
  });
};

const created = async (
  ports: WebhookPorts,
  { address, reason, events, ...given }: NewWebhook,
  request: Maker,
): Promise<WebhookWithSecret> => {
  const host = hostOf(ports, address);
  await refuseOneMore(ports);
  const { id } = request.making;
  const act = { what: 'webhookAdded', reason, of: { webhook: id, name: given.name, kind: given.kind, host } };
  return recordedIn(ports, by(request), act, async () => {
    const secret = ports.newSecret();
    const sealed = await ports.seal.seal(id, { address, secrets: [{ secret, by: id }] });
    const createdAt = new Date(ports.clock()).toISOString();
    const webhook = { ...given, id, revision: 1, events: [...new Set(events)], host, createdAt, off: null, sealed };
    await amongOthers(ports.webhooks, async (seen) => {
      await refuseOneMore(ports);
      return (await ports.webhooks.add(webhook, seen)) || undefined;
    });
    return { webhook: viewOf(webhook, null), secret: given.kind === 'webhook' ? secret : null };
  });
};

/** POST /webhooks */
export const createWebhook =
  (ports: WebhookPorts): HttpHandler<Routes['createWebhook']> =>
  async ({ body, ...request }) => {
    const { making } = request;
    return madeOnce(
      making,
      async () => saidAgain(ports, making.id, request),
      async () => created(ports, body, request),
    );
  };

/** PUT /webhooks/{id} */
export const changeWebhook =
  (ports: WebhookPorts): HttpHandler<Routes['changeWebhook']> =>
  async ({ params, body: { reason, address, enabled, ...given }, ...request }) => {
    const { webhook, last } = await known(ports, params.id);
    const host = address === undefined ? webhook.host : hostOf(ports, address);
    const changes = [...Object.keys(given), ...(address === undefined ? [] : ['address'])];
    if (enabled !== undefined) changes.push(enabled ? 'on' : 'off');
    const of = { webhook: webhook.id, name: webhook.name, host };
    const act = { what: 'webhookChanged', reason, changes: changes.join(', '), of };
    return recordedIn(ports, by(request), act, async () => {
      const { secrets } = await ports.seal.open(webhook);
      const sealed = address === undefined ? webhook.sealed : await ports.seal.seal(webhook.id, { address, secrets });
      const off = enabled === true ? null : webhook.off;
      const since = new Date(ports.clock()).toISOString();
      const { name = webhook.name, events = webhook.events, language = webhook.language } = given;
      const next: Webhook = {
        ...webhook,
        name,
        events: [...new Set(events)],
        language,
        host,
        sealed,
        revision: webhook.revision + 1,
        off: enabled === false && !off ? { cause: 'byHand', since } : off,
      };
      await write(ports, next);
      return viewOf(next, last);
    });
  };

/** For so long both secrets sign. */
const BOTH_MS = 86_400_000;

type Rotation = HttpRequest<Routes['rotateWebhookSecret']>;

const rotated = async (ports: WebhookPorts, { params, body: { reason }, ...request }: Rotation) => {
  const { webhook, last } = await known(ports, params.id);
  const { id, name, host } = webhook;
  if (webhook.kind !== 'webhook')
    throw new Problem('invalid-input', 'A chat checks no signature.', 'Change its address instead.', {
      cause: 'webhookOfChat',
    });
  const act = { what: 'secretRotated', reason, of: { webhook: id, name, host } };
  return recordedIn(ports, by(request), act, async () => {
    const { address, secrets } = await ports.seal.open(webhook);
    const [current] = secrets;
    const secret = ports.newSecret();
    const before = current ? [{ secret: current.secret, until: ports.clock() + BOTH_MS }] : [];
    const sealed = await ports.seal.seal(id, { address, secrets: [{ secret, by: request.making.id }, ...before] });
    const next = { ...webhook, sealed, revision: webhook.revision + 1 };
    await write(ports, next);
    return { webhook: viewOf(next, last), secret };
  });
};

/** POST /webhooks/{id}/secret */
export const rotateWebhookSecret =
  (ports: WebhookPorts): HttpHandler<Routes['rotateWebhookSecret']> =>
  async (request) =>
    madeOnce(
      request.making,
      async () => saidAgain(ports, request.params.id, request),
      async () => rotated(ports, request),
    );

/** POST /webhooks/{id}/try: also of one that is off, so that it can be tried before it is on again. */
export const tryWebhook =
  (ports: WebhookPorts): HttpHandler<Routes['tryWebhook']> =>
  async ({ params }) => {
    const { webhook } = await known(ports, params.id);
    const outcome = await postWebhook(ports, webhook, { id: `tried.${ports.newId()}`, campaignName: '' });
    await ports.webhooks.note(webhook.id, { ...outcome, nextAt: null });
    const { isDelivered, status, cause } = outcome;
    return { isDelivered, status, cause };
  };

/** POST /webhooks/{id}/remove */
export const removeWebhook =
  (ports: WebhookPorts): HttpHandler<Routes['removeWebhook']> =>
  async ({ params, body: { reason }, ...request }) => {
    const { webhook, last } = await known(ports, params.id);
    const { id, name, host } = webhook;
    return recordedIn(
      ports,
      by(request),
      { what: 'webhookRemoved', reason, of: { webhook: id, name, host } },
      async () => {
        await ports.webhooks.remove(id);
        return viewOf(webhook, last);
      },
    );
  };
