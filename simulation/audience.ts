import type { Profiles } from '../domain/ports/profiles.ts';
import { AddressDigests, digestOf } from '../lambdas/adapters/dynamodb/address-digest.ts';
import { SuppressedKeys } from '../lambdas/adapters/dynamodb/suppressed-keys.ts';
import { recipientProfile } from './campaign-mail.ts';

const PAGE = 1000;

/** Nobody of the audience; with one in it each address is asked for, as everywhere where somebody once opted out. */
const someOptedOut = (): AddressDigests => {
  const digests = new AddressDigests();
  digests.add(digestOf('gone@freigabe.example'));
  return digests;
};

/** Nobody of the audience either, by address or domain. */
const someSuppressed = (): SuppressedKeys => {
  const suppressed = new SuppressedKeys();
  suppressed.add('address', digestOf('never@freigabe.example'));
  suppressed.add('domain', digestOf('rival.example'));
  return suppressed;
};

/** So many people on any list, made as they are read. */
export const audienceOf = (
  recipients: number,
): Pick<
  Profiles,
  | 'inList'
  | 'quarantined'
  | 'suppressed'
  | 'optedOutAddresses'
  | 'addressesWithout'
  | 'untrackedAddresses'
  | 'suppressionList'
> => ({
  inList: async function* (list) {
    for (let first = 0; first < recipients; first += PAGE)
      yield {
        items: Array.from({ length: Math.min(PAGE, recipients - first) }, (_, index) =>
          recipientProfile(first + index, list ?? 'bench'),
        ),
        cursor: null,
      };
  },
  quarantined: async () => new Set(),
  suppressed: async () => new Set(),
  optedOutAddresses: async () => someOptedOut(),
  addressesWithout: async () => someOptedOut(),
  untrackedAddresses: async () => someOptedOut(),
  suppressionList: async () => someSuppressed(),
});
