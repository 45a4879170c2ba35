import type { PauseCause } from '../../model/run.ts';

/** One SES call for a group. Values of `data` are inserted unescaped. */
export type GroupMail = {
  from: { name: string; address: string };
  replyTo: string | null;
  skeleton: { subject: string; html: string; text: string };
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
 */
export type EntryOutcome =
  | { number: number; kind: 'handedOver'; sesMessageId: string }
  | { number: number; kind: 'refused'; reason: string }
  | { number: number; kind: 'released'; reason?: string };

/**
 * What SES said that concerns the calls that follow. `throttled`: the account's rate was exceeded; `quota`: the day's quota is used up;
 * `transient`: it passes by itself (expired credentials, no connection); `split`: SES refused the whole call because
 * of one of its entries; `account`: only a person can mend it.
 */
export type Interruption =
  | { kind: 'throttled' | 'quota' | 'transient' | 'split' }
  | { kind: 'account'; cause: PauseCause };

/** What SES said of a call. `unknown`: no definite answer, so nobody in it may be sent to again. */
export type GroupOutcome =
  | { kind: 'answered'; entries: EntryOutcome[]; interruption?: Interruption }
  | { kind: 'unknown' };

export type GroupMailer = { send(mail: GroupMail): Promise<GroupOutcome> };
