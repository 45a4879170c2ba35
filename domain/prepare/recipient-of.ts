import { PLANNED_START } from '../content/dates.ts';
import { sesAddress } from '../model/address.ts';
import type { Recipient } from '../model/manifest.ts';
import type { Profile } from '../model/profile.ts';

/** What every object has besides is no text. */
const ownOf = (attributes: Profile['attributes'], name: string): string => {
  const value: unknown = attributes[name];
  return typeof value === 'string' ? value : '';
};

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
  for (const name of variables) data[name] = name === 'email' ? address.trim() : ownOf(attributes, name);
  if (data[PLANNED_START] === '') data[PLANNED_START] = plannedStart;
  return { profileId: id, address: written, data };
};
