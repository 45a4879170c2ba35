import type { AttachedFile } from '../model/attachment.ts';
import type { About } from '../model/own-mail.ts';

/** Mail that is single: approvals, reminders, proofs (SES v1 SendRawEmail). */
export type SingleMail = {
  from: { name: string; address: string };
  to: string;
  subject: string;
  html: string;
  text: string;
  headers?: Record<string, string>;
  /** Absent: none. */
  attachments?: readonly AttachedFile[];
  /** Of a mail about a run: what became of it is told there */
  about?: About;
};

/**
 * The mail certainly did not go out: SES takes no more in this second (`rate`) or on this day (`quota`), or does not
 * take this mail (`mail`). Named as SES's own error, whose text may hold an address and stays out.
 */
export class NotMailed extends Error {
  readonly why: 'rate' | 'quota' | 'mail';

  constructor(why: NotMailed['why'], name: string) {
    super(`SES did not take the mail (${why})`);
    this.name = name;
    this.why = why;
  }
}

/** @throws NotMailed; any other error leaves open whether the mail went out */
export type SingleMailer = { send(mail: SingleMail): Promise<void> };
