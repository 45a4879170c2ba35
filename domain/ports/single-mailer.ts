/** Mail that is single: approvals, reminders, proofs (SES v1 SendRawEmail). */
export type SingleMail = {
  from: { name: string; address: string };
  to: string;
  subject: string;
  html: string;
  text: string;
  headers?: Record<string, string>;
};

export type SingleMailer = { send(mail: SingleMail): Promise<void> };
