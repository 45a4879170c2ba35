import * as z from 'zod';
import { judgeBounce } from '../model/bounce.ts';
import { meaningOf } from '../model/meaning.ts';
import { OwnMail } from '../model/own-mail.ts';
import { BounceReason } from '../model/profile.ts';
import { lineOf } from './line-of.ts';
import { happenedAt, type SesEvent } from './ses-event.ts';
import type { About } from '../model/own-mail.ts';

/** Why a mail of ours did not arrive: a reason of a bounce, or SES itself refused to send it (it found a virus). */
const Why = z.enum([...BounceReason.options, 'reject']);

/** A mail of ours about a run that did not reach whom it was for; no address, only its domain. */
export const Unreached = z
  .object({
    mail: OwnMail,
    /** Who of the user pool it was for; null: whoever has the address that a proof went to */
    sub: z.string().nullable(),
    domain: z.string(),
    why: Why,
    at: z.string(),
  })
  .meta({ id: 'Unreached' });
export type Unreached = z.infer<typeof Unreached>;

const domainOf = ({ mail }: SesEvent): string => mail.destination[0]?.split('@').at(-1)?.toLowerCase() ?? '';

/** What an event says of a mail of ours; undefined: nothing that kept it from its reader, such as an automatic reply. */
export const unreachedOf = ({ mail, sub }: About, event: SesEvent): Unreached | undefined => {
  const of = { mail, sub, domain: domainOf(event), at: happenedAt(event) };
  if (event.eventType === 'Reject') return { ...of, why: 'reject' };
  const line = event.eventType === 'Bounce' ? lineOf(event) : undefined;
  return line && meaningOf(line) === 'bounce' ? { ...of, why: judgeBounce(line).reason } : undefined;
};
