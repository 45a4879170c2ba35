import { PLANNED_START } from '../content/dates.ts';
import { sesAddress } from '../model/address.ts';
import type { Recipient } from '../model/manifest.ts';
import type { Profile } from '../model/profile.ts';

/**
 * Somebody as they are frozen: only what their content uses; what they lack is the empty text.
 * @param plannedStart ISO 8601 with its offset; what is frozen again keeps the one that it had
 */
export const recipientOf = (
  { id, address, attributes }: Pick<Profile, 'id' | 'address' | 'attributes'>,
  variables: readonly string[],
  plannedStart: string,
): Recipient => {
  const written = sesAddress(address);
  const data: Record<string, string> = {};
  const own = (name: string): string => (Object.hasOwn(attributes, name) ? (attributes[name] ?? '') : '');
  for (const name of variables) data[name] = name === 'email' ? address.trim() : own(name);
  if (data[PLANNED_START] === '') data[PLANNED_START] = plannedStart;
  return { profileId: id, address: written, data };
};
