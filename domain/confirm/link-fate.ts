import type { AuditRecord } from '../model/audit-chain.ts';
import type { ConfirmationLink } from './confirmation-link.ts';
import type { Actor } from '../people/people.ts';
import type { Run, RunIn } from '../model/run.ts';
import type { ConfirmationView, linkFates } from './api.ts';

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

/**
 * Was the question of this link asked anew by that? Such an entry names the round that it left the run in: a withdrawal
 * that leaves the question open leaves the round. Of an older entry without one its time has to do.
 */
const asksAnew = (link: ConfirmationLink, { what, at, facts }: AuditRecord): boolean => {
  if (what !== 'withdrawn' && what !== 'startMissed') return false;
  const { round } = facts;
  return round === undefined ? at >= link.createdAt : round === link.round + 1;
};

const isEnd = (link: ConfirmationLink, record: AuditRecord): boolean =>
  asksAnew(link, record) ||
  (record.what === 'reassigned' && record.at >= link.createdAt && record.facts['from'] === link.approverSub);

/** Why a question was asked anew: by somebody's withdrawal, or because the start was missed. */
export const whyAnew = (link: ConfirmationLink, history: readonly AuditRecord[]): 'withdrawn' | 'missed' =>
  history.find((record) => asksAnew(link, record))?.what === 'startMissed' ? 'missed' : 'withdrawn';

/** Who took an open question away from a link, by the history of its run: the first who did after it was mailed. */
export const endOf = (
  link: ConfirmationLink,
  fate: LinkFate,
  history: readonly AuditRecord[],
): ConfirmationView['ended'] => {
  const end = history.find((record) => record.what === fate && isEnd(link, record));
  if (!end) return null;
  const { reason } = end.facts;
  return { by: end.by?.name ?? null, at: end.at, reason: typeof reason === 'string' ? reason : null };
};
