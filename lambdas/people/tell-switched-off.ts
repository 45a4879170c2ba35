import { webhookOffMail } from '../../domain/people/webhook-off-mail.ts';
import type { People } from '../../domain/people/ports/people.ts';
import type { Webhooks } from '../../domain/people/ports/webhooks.ts';
import { tellOnce, type TellOncePorts } from './tell-once.ts';

export type SwitchedOffPorts = TellOncePorts & {
  webhooks: Pick<Webhooks, 'untold' | 'get' | 'markTold'>;
  people: Pick<People, 'administrators'>;
  consoleUrl: string;
  sender: string;
};

/** Every minute: mails administrators, once each, that a webhook was switched off by itself. */
export const tellSwitchedOff = (ports: SwitchedOffPorts) => async (): Promise<void> => {
  const { webhooks, consoleUrl, sender: from } = ports;
  for (const id of await webhooks.untold()) {
    const webhook = await webhooks.get(id);
    if (!webhook?.off) continue;
    const event = { campaignId: 'webhooks', event: `webhookOff:${id}:${webhook.off.since}` };
    for (const to of await ports.people.administrators())
      if (!(await tellOnce(ports, event, to, (person) => webhookOffMail(person, webhook, { consoleUrl, from }))))
        return;
    await webhooks.markTold(webhook);
  }
};
