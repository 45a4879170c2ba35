import type { AttachedFile } from '../../model/attachment.ts';
import type { PauseCause } from '../../model/run.ts';

/** What goes to the members of a group. Values of `data` are inserted unescaped. */
export type GroupMail = {
  from: { name: string; address: string };
  replyTo: string | null;
  skeleton: { subject: string; html: string; text: string };
  /** Files that each of them gets. Absent: none. */
  attachments?: readonly AttachedFile[];
  /** SES must track neither opens nor clicks of these messages. */
  isUntracked?: true;
  /** The same for every entry; an entry's own come beside them. */
  headers: Record<string, string>;
  entries: {
    number: number;
    address: string;
    data: Record<string, string>;
    headers: Record<string, string>;
    tags: Record<string, string>;
  }[];
};

/**
 * What SES said of one entry. `released`: nothing went out and nothing is wrong with it; a later group takes it. With a
 * `reason`, in SES's words, so it is asked for again a few times only, because SES does not say what is wrong.
 * `unknown`: it had a call of its own, which got no definite answer.
 */
export type EntryOutcome =
  | { number: number; kind: 'unknown' }
  | { number: number; kind: 'handedOver'; sesMessageId: string }
  | { number: number; kind: 'refused'; reason: string }
  | { number: number; kind: 'released'; reason?: string };

/**
 * What SES said that concerns the calls that follow. `throttled`: the account's rate of recipients was exceeded, and
 * `wholeCall` when SES took nothing of a bulk call for it; `callsThrottled`: SES takes no more bulk calls in this
 * second, whatever is in them; `quota`: the day's quota is used up;
 * `transient`: it passes by itself (expired credentials, no connection); `split`: SES refused the whole call because
 * of one of its entries; `account`: only a person can mend it.
 */
export type Interruption =
  | { kind: 'callsThrottled' | 'quota' | 'transient' | 'split' }
  | { kind: 'throttled'; wholeCall?: true }
  | { kind: 'account'; cause: PauseCause };

/** What SES said of a group. `unknown`: no definite answer, so nobody in it may be sent to again. */
export type GroupOutcome =
  | { kind: 'answered'; entries: EntryOutcome[]; interruption?: Interruption }
  | { kind: 'unknown' };

export type GroupMailer = { send(mail: GroupMail): Promise<GroupOutcome> };
