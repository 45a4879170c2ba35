import { judgeBounce } from '../../domain/model/bounce.ts';
import { consequences, isOverruled, meaningOf } from '../../domain/model/meaning.ts';
import type { TrackingLine } from '../../domain/model/message.ts';
import { optOutPerson } from '../../domain/model/opt-out.ts';
import type { Profiles } from '../../domain/ports/profiles.ts';
import type { AddressStatus } from '../../domain/model/profile.ts';
import { moveAddressStatus } from '../../domain/model/quarantine.ts';
import { statusAfterBounce, statusAfterComplaint, statusAfterDelivery } from '../../domain/model/address-status.ts';

/** A line with the address and the profile of its message, and all lines of that message. An empty key: there is no address. */
export type AddressedLine = { key: string; profileId: string; line: TrackingLine; lines?: readonly TrackingLine[] };

const consequenceOf = ({ line }: AddressedLine) => consequences[meaningOf(line)];

const overruledBy = ({ line, lines = [] }: AddressedLine): string[] =>
  lines.filter((other) => meaningOf(other) === 'bounce' && isOverruled(other, [line])).map(({ at }) => at);

const after = (status: AddressStatus, addressed: AddressedLine): AddressStatus | undefined => {
  const { line, lines = [] } = addressed;
  switch (consequenceOf(addressed).address) {
    case 'error':
      return isOverruled(line, lines) ? undefined : statusAfterBounce(status, judgeBounce(line), line.at);
    case 'works':
      return statusAfterDelivery(status, line.at, overruledBy(addressed));
    case 'complaint':
      return statusAfterComplaint(status, line.at);
    case undefined:
      return undefined;
  }
};

/** An unsubscription that SES reports was not made by a link of ours, so none of them undoes it. */
const optOut = async (profiles: Profiles, addressed: AddressedLine, heardAt: string): Promise<void> => {
  const { optOut: source } = consequenceOf(addressed);
  const { profileId: id, key, line } = addressed;
  if (source) await optOutPerson(profiles, { id, key }, { at: line.at, source, by: source }, heardAt);
};

/** A delivery changes the status only of an address with errors; one read for a hundred addresses finds those. */
const needed = async (profiles: Profiles, all: readonly AddressedLine[]): Promise<AddressedLine[]> => {
  const deliveries = all.filter(({ line }) => line.kind === 'delivery');
  const statuses = await profiles.addressStatuses([...new Set(deliveries.map(({ key }) => key))]);
  const erroneous = new Set(statuses.filter(({ softErrors }) => softErrors > 0).map((status) => status.addressKey));
  return all.filter((addressed) => {
    const { address } = consequenceOf(addressed);
    return address === 'works' ? erroneous.has(addressed.key) : address !== undefined;
  });
};

/**
 * Quarantine and denylist follow from bounces, complaints and opt-outs. Doing it again changes nothing.
 * @param heardAt now: a complaint may come hours after it was made, and a run may have been prepared between
 */
export const applyToAddresses = async (
  profiles: Profiles,
  all: readonly AddressedLine[],
  heardAt: string,
): Promise<void> => {
  const withAddress = all.filter(({ key }) => key !== '');
  for (const one of await needed(profiles, withAddress))
    await moveAddressStatus(profiles, one.key, (status) => after(status, one));
  for (const one of all) await optOut(profiles, one, heardAt);
};
