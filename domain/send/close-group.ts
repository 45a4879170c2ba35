import type { Group } from '../model/ledger.ts';
import type { EntryOutcome } from './ports/group-mailer.ts';

/** The closed form of a group: every member has exactly one outcome. */
export const closeGroup = (
  group: Group,
  entries: readonly EntryOutcome[],
  optedOut: number[],
  closedAt: string,
): Group => {
  const again = entries.flatMap((entry) =>
    entry.kind === 'released' && entry.reason !== undefined ? [entry.number] : [],
  );
  const unknown = entries.flatMap((entry) => (entry.kind === 'unknown' ? [entry.number] : []));
  const outcome = {
    closedAt,
    handedOver: entries.flatMap((entry) =>
      entry.kind === 'handedOver' ? [{ number: entry.number, sesMessageId: entry.sesMessageId }] : [],
    ),
    refused: entries.flatMap((entry) =>
      entry.kind === 'refused' ? [{ number: entry.number, reason: entry.reason }] : [],
    ),
    optedOut,
    released: entries.flatMap((entry) => (entry.kind === 'released' ? [entry.number] : [])),
    ...(again.length > 0 && { again }),
    ...(unknown.length > 0 && { unknown }),
  };
  return { ...group, outcome };
};
