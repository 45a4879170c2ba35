import { bytesOfAll, inMessage } from '../model/attached-bytes.ts';
import type { Attachment } from '../model/attachment.ts';
import { prices } from './prices.ts';

/** What docs/costs.md adds up for a million messages. */
const INFRASTRUCTURE_PER_MESSAGE = 3 / 1_000_000;

/** What a send of so many messages costs, each with these attachments, in US dollars; an estimate without free tiers. */
export const costOf = (
  messages: number,
  attachments: readonly Pick<Attachment, 'bytes'>[] = [],
): { ses: number; attached: number; infrastructure: number } => ({
  ses: messages * prices.sesMessage,
  attached: ((messages * inMessage(bytesOfAll(attachments))) / 1e9) * prices.sesAttachedGigabyte,
  infrastructure: messages * INFRASTRUCTURE_PER_MESSAGE,
});
