import type { ConfirmationLink } from '../confirmation-link.ts';
import type { Actor } from '../people.ts';
import type { Run } from '../run.ts';
import type { linkFates } from './api.ts';

export type LinkFate = (typeof linkFates)[number];

/** What became of a mailed link, for the page that it opens. Looking changes nothing. */
export const linkFate = (link: ConfirmationLink, run: Run, actor: Pick<Actor, 'sub'>, now: string): LinkFate => {
  if (link.approverSub !== actor.sub) return 'notYours';
  if (!('preparation' in run) || run.preparation?.manifestHash !== link.manifestHash) return 'voided';
  if ('decision' in run && run.decision) return 'decided';
  if (run.state === 'Expired' || (run.state === 'AwaitingConfirmation' && now >= link.expiresAt)) return 'expired';
  return run.state === 'AwaitingConfirmation' ? 'open' : 'voided';
};
