import type { MailKind } from '../mail-choice.ts';

/** Which mails a person does without, by their sub. */
export type MailChoices = {
  offOf(sub: string): Promise<MailKind[]>;
  write(sub: string, off: readonly MailKind[]): Promise<void>;
};
