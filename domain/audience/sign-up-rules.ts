import * as z from 'zod';
import { ShownName } from '../model/shown-name.ts';

/** What a person consents to, as the form shows it and the proof keeps it. */
const ConsentText = z.string().trim().min(20, 'says what the person consents to, in at least 20 letters').max(2000);

/** How people sign up by themselves in a stage. Without it nobody can. */
export const SignUpRules = z.object({
  /** Into which whoever confirms is taken. */
  list: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, 'takes 1 to 64 letters, digits, - or _'),
  /** Of the mail that asks for the confirmation; belongs to a verified identity. */
  sender: z.object({ name: ShownName.min(1).max(100), address: z.email() }),
  consent: z.object({ en: ConsentText, de: ConsentText }),
  /** Confirmation mails in an hour, at most, whoever asks for them. */
  perHour: z.int().min(1).max(100_000).default(500),
});
export type SignUpRules = z.infer<typeof SignUpRules>;

/** Confirmation mails in a month to one mailbox: whoever wants none of them says nothing, and others may ask every day. The page says so in words. */
export const PER_MONTH = 5;

/** Sign-ups in an hour from one network. */
export const PER_NETWORK = 20;

/** For so long a link confirms. */
export const LINK_DAYS = 3;
