import type { PauseCause } from '../../../domain/model/run.ts';

/** As SES lists them behind "The following identities failed the check in region …:". */
const identitiesIn = (words: string): string[] =>
  words.toLowerCase().match(/[^\s<>,;"]+@[^\s<>,;"]+?(?=\.?(?:[\s<>,;"]|$))/g) ?? [];

/**
 * Whose fault it is that something is not verified. SES says the same of a sender and, while the account is in the
 * sandbox, of a recipient; only the addresses that it names tell them apart
 * (https://docs.aws.amazon.com/ses/latest/dg/troubleshoot-error-messages.html). Names that are no address are a domain
 * of the sender.
 */
export const causeOfUnverified = (words: string, sender: string): PauseCause => {
  const named = identitiesIn(words);
  const isRecipient = named.length > 0 && !named.includes(sender.toLowerCase());
  return isRecipient ? 'accountInSandbox' : 'senderNotVerified';
};
