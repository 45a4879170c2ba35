import type { Additions } from '../../ports/additions.ts';
import type { DeliveryCause, KnownOutcome, Outcome, Sealed, Webhook } from '../webhook.ts';

export type Webhooks = Additions & {
  /** All of them, by name; at most so many as may be made. */
  all(): Promise<{ webhook: Webhook; last: KnownOutcome | null }[]>;
  get(id: string): Promise<Webhook | undefined>;
  /** One more. False: it is there, or somebody added one since `seen`. */
  add(webhook: Webhook, seen: number): Promise<boolean>;
  /** Over one that is there: false, when it is not the revision before. */
  write(webhook: Webhook): Promise<boolean>;
  remove(id: string): Promise<void>;
  /** Answers since when none succeeds, with this one. */
  note(id: string, outcome: Outcome): Promise<string | null>;
  /** Ids of those that were switched off by themselves, and of which administrators were not told. */
  untold(): Promise<string[]>;
  markTold(webhook: Webhook): Promise<void>;
};

/** Encrypts what is sealed, bound to its webhook. */
export type Seal = {
  seal(id: string, sealed: Sealed): Promise<string>;
  open(webhook: Pick<Webhook, 'id' | 'sealed'>): Promise<Sealed>;
};

/** There was no answer. */
export class NoAnswer extends Error {
  readonly why: Exclude<DeliveryCause, 'status'>;

  constructor(why: NoAnswer['why']) {
    super(`no answer (${why})`);
    this.name = 'NoAnswer';
    this.why = why;
  }
}

export type Outgoing = { address: string; headers: Record<string, string>; body: string };

/** What is beyond this account. */
export type Outside = {
  /** Why nothing is ever posted to such an address; undefined: it may be. */
  fault(address: string): 'noAddress' | 'notHttps' | 'hasCredentials' | 'hasPort' | 'notPublic' | undefined;
  /** Answers the status, whatever it is; follows no redirect and reads no body. @throws NoAnswer */
  post(outgoing: Outgoing): Promise<number>;
};

/** The queue of what is to be delivered. */
export type DeliveryQueue = {
  put(message: object): Promise<void>;
  /** The message that was received with this receipt comes again after so many seconds. */
  postpone(receipt: string, seconds: number): Promise<void>;
};
