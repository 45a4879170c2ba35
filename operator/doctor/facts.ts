import type { StageSettings } from '../../lib/stage.ts';

/** An answer of AWS, or the name of the error that came instead: who may not ask is told so, and the rest goes on. */
export type Asked<T> = { answer: T } | { failed: string };

export type Identity = {
  verified: boolean;
  signed: boolean;
  /** Domain of the envelope sender; none: SES's own. */
  mailFrom: string | undefined;
  configurationSet: string | undefined;
};

export type SesAccount = {
  production: boolean;
  sending: boolean;
  /** `HEALTHY`, `PROBATION` or `SHUTDOWN`. */
  enforcement: string;
  perSecond: number;
  per24Hours: number;
  sentLast24Hours: number;
  suppressed: string[];
  /** SES leaves out addresses that it thinks do not exist. */
  leavesOut: boolean;
};

/** What an account is, as far as a deployment depends on it. `undefined`: it is not there. */
export type Facts = {
  stage: StageSettings;
  caller: Asked<string>;
  /** Version of the stack `CDKToolkit`. */
  bootstrap: Asked<number | undefined>;
  ses: Asked<SesAccount>;
  /** Of the sender's address, or else of its domain. */
  identity: Asked<Identity | undefined>;
  /** TXT records of the sender's domain and of `_dmarc` below it. */
  spf: Asked<string[]>;
  dmarc: Asked<string[]>;
  /** Of a stage that names one. */
  certificate: Asked<{ status: string; names: string[] } | undefined>;
  /** `own`: what the deployed stage keeps for its functions, which `unreserved` lacks already. */
  concurrency: Asked<{ limit: number; unreserved: number; own: number }>;
  /** Status by name of the stacks of this stage. */
  stacks: Asked<Record<string, string>>;
  /** Resources with names of this stage that exist. */
  names: Asked<string[]>;
};

/** `bad`: a deployment or a campaign would fail. `note`: it works, and somebody should know. */
export type Finding = {
  verdict: 'good' | 'note' | 'bad';
  what: string;
  says: string;
  /** What to do about it. */
  mend?: string;
};

export const good = (what: string, says: string): Finding[] => [{ verdict: 'good', what, says }];
export const note = (what: string, says: string, mend: string): Finding[] => [{ verdict: 'note', what, says, mend }];
export const bad = (what: string, says: string, mend: string): Finding[] => [{ verdict: 'bad', what, says, mend }];
