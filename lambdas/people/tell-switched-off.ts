import { webhookOffMail } from '../../domain/people/webhook-off-mail.ts';
import type { Notices } from '../../domain/people/ports/notices.ts';
import type { People } from '../../domain/people/ports/people.ts';
import type { Webhooks } from '../../domain/people/ports/webhooks.ts';
import { NotMailed, type SingleMailer } from '../../domain/ports/single-mailer.ts';

export type SwitchedOffPorts = {
  webhooks: Pick<Webhooks, 'untold' | 'get' | 'markTold'>;
  notices: Pick<Notices, 'claim' | 'release'>;
  people: Pick<People, 'administrators'>;
  mailer: SingleMailer;
  consoleUrl: string;
  sender: string;
  report: (surprise: unknown) => void;
};

/** Every minute: mails administrators, once each, that a webhook was switched off by itself. */
export const tellSwitchedOff = (ports: SwitchedOffPorts) => async (): Promise<void> => {
  const { webhooks, notices, mailer, consoleUrl, sender: from, report } = ports;
  for (const id of await webhooks.untold()) {
    const webhook = await webhooks.get(id);
    if (!webhook?.off) continue;
    const event = `webhookOff:${id}:${webhook.off.since}`;
    for (const to of await ports.people.administrators()) {
      const telling = { campaignId: 'webhooks', event, sub: to.sub };
      if (!(await notices.claim(telling))) continue;
      try {
        await mailer.send(webhookOffMail(to, webhook, { consoleUrl, from }));
      } catch (error) {
        report(error);
        if (!(error instanceof NotMailed) || error.why === 'mail') continue;
        await notices.release(telling);
        return;
      }
    }
    await webhooks.markTold(webhook);
  }
};
