import * as z from 'zod';
import { StageEvent } from '../../domain/model/stage-event.ts';
import type { Deliveries } from '../../domain/people/ports/deliveries.ts';
import type { DeliveryQueue, Webhooks } from '../../domain/people/ports/webhooks.ts';
import { isFor, offAfter, waitAfter, type Outcome, type Webhook } from '../../domain/people/webhook.ts';
import type { Campaigns } from '../../domain/ports/campaigns.ts';
import { jsonOf } from '../../domain/values/json-of.ts';
import { postWebhook, type PostPorts } from './post-webhook.ts';

export type DeliverPorts = PostPorts & {
  webhooks: Webhooks;
  deliveries: Deliveries;
  queue: DeliveryQueue;
  campaigns: Pick<Campaigns, 'get'>;
  report: (surprise: unknown) => void;
};

type QueueMessage = { id: string; body: string; receipt: string };

/** As EventBridge puts an event into the queue, and as this puts one for one webhook there. */
const FromBus = z.object({ detail: StageEvent });
const ForOne = z.object({ webhookId: z.string(), event: StageEvent });
type ForOne = z.infer<typeof ForOne>;

/** Each webhook gets a message of its own, so that one that does not answer holds up no other. */
const spread = async ({ webhooks, queue }: DeliverPorts, event: StageEvent): Promise<void> => {
  for (const { webhook } of await webhooks.all())
    if (isFor(webhook, event.type)) await queue.put({ webhookId: webhook.id, event } satisfies ForOne);
};

const switchOff = async ({ webhooks }: DeliverPorts, webhook: Webhook, outcome: Outcome): Promise<void> => {
  const cause = offAfter(outcome, await webhooks.note(webhook.id, outcome));
  if (!cause) return;
  // Somebody who changed it meanwhile has it tried again.
  await webhooks.write({ ...webhook, revision: webhook.revision + 1, off: { cause, since: outcome.at } });
};

/** Seconds until it comes again; undefined: it is over with this delivery. */
const deliver = async (ports: DeliverPorts, { webhookId, event }: ForOne): Promise<number | undefined> => {
  const webhook = await ports.webhooks.get(webhookId);
  if (!webhook || webhook.off) return undefined;
  const delivery = { to: `webhook#${webhookId}`, eventId: event.id };
  const claimed = await ports.deliveries.claim(delivery);
  if (claimed.is === 'settled') return undefined;
  if (claimed.is === 'busy') return (claimed.until - ports.clock()) / 1000;
  const campaignName = (await ports.campaigns.get(event.campaignId))?.name ?? event.campaignId;
  const posted = await postWebhook(ports, webhook, { id: event.id, event, campaignName });
  const wait = posted.isDelivered ? undefined : waitAfter(claimed.tries);
  const until = wait === undefined ? undefined : ports.clock() + wait * 1000;
  const { tries } = claimed;
  await (until === undefined
    ? ports.deliveries.settle(delivery)
    : ports.deliveries.release(delivery, { tries, until }));
  await switchOff(ports, webhook, { ...posted, nextAt: until === undefined ? null : new Date(until).toISOString() });
  return wait;
};

/** True: the message is done with. */
const handle = async (ports: DeliverPorts, { body, receipt }: QueueMessage): Promise<boolean> => {
  const said = jsonOf(body);
  const fromBus = FromBus.safeParse(said);
  if (fromBus.success) {
    await spread(ports, fromBus.data.detail);
    return true;
  }
  const seconds = await deliver(ports, ForOne.parse(said));
  if (seconds === undefined) return true;
  await ports.queue.postpone(receipt, seconds);
  return false;
};

/**
 * A batch from the queue of deliveries. What is to be tried again stays in the queue and comes after its time; what
 * cannot be read, or breaks each time, ends in the dead letters.
 */
export const deliverEvents =
  (ports: DeliverPorts) =>
  async (messages: readonly QueueMessage[]): Promise<{ failed: string[] }> => {
    const failed: string[] = [];
    const one = async (message: QueueMessage): Promise<void> => {
      try {
        if (!(await handle(ports, message))) failed.push(message.id);
      } catch (error) {
        ports.report(error);
        failed.push(message.id);
      }
    };
    await Promise.all(messages.map(one));
    return { failed };
  };
