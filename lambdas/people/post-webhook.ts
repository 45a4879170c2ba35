import { chatBody, chatText } from '../../domain/people/chat-message.ts';
import type { Sign } from '../../domain/people/ports/sign.ts';
import { NoAnswer, type Outside, type Seal } from '../../domain/people/ports/webhooks.ts';
import type { Outcome, Webhook } from '../../domain/people/webhook.ts';
import type { StageEvent } from '../../domain/model/stage-event.ts';
import type { Clock } from '../../domain/ports/clock.ts';

export type PostPorts = { outside: Outside; seal: Pick<Seal, 'open'>; sign: Sign; clock: Clock; consoleUrl: string };

/** `event` undefined: somebody tries the webhook. */
type Message = { id: string; event?: StageEvent; campaignName: string };

const bodyOf = (webhook: Webhook, { event, campaignName }: Message, place: { url: string; at: number }): object => {
  if (webhook.kind === 'webhook')
    return event
      ? { type: event.type, timestamp: event.at, data: event }
      : { type: 'webhook.tried', timestamp: new Date(place.at).toISOString(), data: {} };
  const text = chatText(webhook.language, event ? { event, campaignName } : null);
  return chatBody(webhook, text, event?.url ?? place.url);
};

/** Posts one message, signed if somebody there checks it. Never throws for what is at the other end. */
export const postWebhook = async (
  ports: PostPorts,
  webhook: Webhook,
  message: Message,
): Promise<Omit<Outcome, 'nextAt'>> => {
  const at = ports.clock();
  const { address, secrets } = await ports.seal.open(webhook);
  const body = JSON.stringify(bodyOf(webhook, message, { url: ports.consoleUrl, at }));
  const valid = secrets.filter(({ until }) => until === undefined || until > at).map(({ secret }) => secret);
  const signed = {
    'webhook-id': message.id,
    'webhook-timestamp': String(Math.floor(at / 1000)),
    'webhook-signature': ports.sign({ id: message.id, at, body }, valid),
  };
  const headers = { 'user-agent': 'Freigabe-Webhooks/1', ...(webhook.kind === 'webhook' && signed) };
  const known = { at: new Date(at).toISOString() };
  try {
    const status = await ports.outside.post({ address, headers, body });
    const isDelivered = status >= 200 && status < 300;
    return { ...known, isDelivered, status, cause: isDelivered ? null : 'status' };
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    return { ...known, isDelivered: false, status: null, cause: error.why };
  }
};
