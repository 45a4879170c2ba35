import { isLimited, type BulkCallLimit } from '../../domain/send/bulk-calls.ts';
import { note, ok, type Line } from './line.ts';

/** How SES answered bulk calls that were made at once. */
export type Measured =
  | { calls: number; taken: number; refused: number; ms: number }
  /** It was not tried, or says nothing. */
  | { notMeasured: string };

const what = 'bulk calls';

/** What runs found out, or why it could not be read. */
export type Learnt = { limit: BulkCallLimit | undefined } | { unread: string };

const saysOf = (learnt: Learnt): string => {
  if ('unread' in learnt) return `what runs have learnt could not be read (${learnt.unread})`;
  return isLimited(learnt.limit) ? `runs have learnt ${learnt.limit.perSecond} a second` : 'no run has met a limit';
};

/** AWS's quotas can be read both ways (docs/adr/0070); a run uses the whole rate with either. */
export const judgeBulkCalls = (measured: Measured, learnt: Learnt): Line => {
  const known = saysOf(learnt);
  if ('notMeasured' in measured)
    return note(what, `not measured: ${measured.notMeasured}; ${known}`, 'Nothing: runs find the limit by themselves.');
  const { calls, taken, refused, ms } = measured;
  if (refused === 0) return ok(what, `SES took ${taken} of ${calls} at once (${ms} ms); ${known}`);
  return note(
    what,
    `SES took ${taken} of ${calls} at once and limits them; ${known}`,
    'Nothing: what bulk calls may not carry goes by single calls, at the same rate.',
  );
};
