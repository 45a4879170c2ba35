import type * as z from 'zod';
import type { CampaignInput } from '../../domain/model/campaign.ts';
import type { SimulatorRecipient } from './scenarios.ts';

/** A file of the import: plain columns, no cell that needs quotes. */
export const csvOf = (recipients: readonly SimulatorRecipient[]): string =>
  ['id,email,scenario', ...recipients.map(({ id, address, scenario }) => `${id},${address},${scenario}`), ''].join(
    '\n',
  );

const sentence = 'A test of this installation by the mailbox simulator of Amazon SES: {{ scenario }}.';

const html = `<html lang="en"><head><title>Smoke run</title></head><body><p>${sentence}</p><p><a href="{{ unsubscribe_url }}">Unsubscribe</a></p></body></html>`;

/** @param asked whom its confirmation is asked of, so that nobody else gets a mail; none: whom the stage says */
export const campaignOf = (list: string, sender: string, asked: readonly string[]): z.input<typeof CampaignInput> => ({
  name: `Smoke run ${list}`,
  list,
  sender: { name: 'Freigabe smoke run', address: sender },
  content: { subject: 'Smoke run: {{ scenario }}', html, text: `${sentence}\n\nUnsubscribe: {{ unsubscribe_url }}\n` },
  schedule: { mode: 'onceConfirmed' },
  ...(asked.length > 0 && { policy: { ask: { kind: 'people', addresses: [...asked] } } }),
});
