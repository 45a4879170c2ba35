import type { PendingSignUp } from '../sign-up.ts';

/** What people asked for and have not confirmed, each under a hash of its link, and how often somebody asked. */
export type SignUps = {
  /** False: this network asked as often as it may within this hour. */
  countNetwork(network: string, at: string, most: number): Promise<boolean>;
  /** False: this mailbox had its mail of the day or those of its month, or the stage all of its hour, which leaves the mailbox its mail. */
  countMail(mailbox: string, at: string, most: { inMonth: number; inHour: number }): Promise<boolean>;
  /** The mail did not go out. */
  giveBack(mailbox: string, at: string): Promise<void>;
  /** Answers the token of the link. */
  keep(pending: PendingSignUp): Promise<string>;
  get(token: string): Promise<PendingSignUp | undefined>;
  /** What is left of it says when, and nothing of whom. */
  confirmed(token: string, at: string): Promise<void>;
  /** Adds a profile, or the list to the one that has this id. False: somebody with this id was erased. */
  join(person: { id: string; address: string; list: string; language: string; at: string }): Promise<boolean>;
};
