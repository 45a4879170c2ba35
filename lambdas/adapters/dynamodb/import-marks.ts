import type { Mark } from '../../../domain/audience/ports/imported-profiles.ts';
import { addressOptOutKey, addressPk, profileKey } from './profile-item.ts';

const SUFFIX = /#I#(\d+)$/;

/** Number of the import whose mark this is. Undefined: it is none. */
export const importOfMark = (sk: string): number | undefined => {
  const [, number] = SUFFIX.exec(sk) ?? [];
  return number === undefined ? undefined : Number(number);
};

/** In the index `quarantined` each import has a key of its own, until its quarantines stand with the others. */
export const quarantineOf = (number: number): string => `I#${number}`;

/** Beside the item that it will be written to. */
export const markKey = (number: number, mark: Mark): { pk: string; sk: string } => {
  if (mark.kind === 'moved') return { pk: profileKey(mark.id).pk, sk: `MOVED#I#${number}` };
  if (mark.kind === 'quarantined') return { pk: addressPk(mark.addressKey), sk: `ADDRESS#I#${number}` };
  const { pk, sk } = addressOptOutKey(mark.addressKey);
  return { pk, sk: `${sk}#I#${number}` };
};

/** No opt-out is kept with its address. */
export const markItem = (number: number, mark: Mark): Record<string, string> => {
  const key = markKey(number, mark);
  if (mark.kind === 'moved') return { ...key, addressKey: mark.addressKey };
  if (mark.kind === 'optedOut') return { ...key, at: mark.at };
  const { addressKey, at, reason } = mark;
  return { ...key, addressKey, at, reason, quarantine: quarantineOf(number) };
};
