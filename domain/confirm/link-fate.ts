import type { ConfirmationLink } from '../confirmation-link.ts';
import type { Actor } from '../people.ts';
import type { Run, RunIn } from '../run.ts';
import type { linkFates } from './api.ts';

export type LinkFate = (typeof linkFates)[number];

const whileOpen = (link: ConfirmationLink, run: RunIn<'AwaitingConfirmation'>, now: string): LinkFate => {
  if (run.gate?.relieved.includes(link.approverSub)) return 'reassigned';
  if (link.round !== run.round) return 'withdrawn';
  if (now >= run.deadline) return 'expired';
  return run.approvals.some(({ by }) => by.sub === link.approverSub) ? 'waiting' : 'open';
};

/** What became of a mailed link, for the page that it opens. Looking changes nothing. */
export const linkFate = (link: ConfirmationLink, run: Run, actor: Pick<Actor, 'sub'>, now: string): LinkFate => {
  if (link.approverSub !== actor.sub) return 'notYours';
  if (!('preparation' in run) || run.preparation?.manifestHash !== link.manifestHash) return 'voided';
  if (run.state === 'Stopped') return run.cause === 'edited' ? 'voided' : 'stopped';
  if (run.state === 'AwaitingConfirmation') return whileOpen(link, run, now);
  if ('decision' in run && run.decision) return 'decided';
  return run.state === 'Expired' ? 'expired' : 'voided';
};
