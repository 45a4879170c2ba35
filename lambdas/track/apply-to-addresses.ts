import { judgeBounce } from '../../domain/model/bounce.ts';
import { consequences, isOverruled, meaningOf } from '../../domain/model/meaning.ts';
import type { TrackingLine } from '../../domain/model/message.ts';
import { optOutPerson } from '../../domain/model/opt-out.ts';
import type { Profiles } from '../../domain/ports/profiles.ts';
import type { AddressStatus } from '../../domain/model/profile.ts';
import { moveAddressStatus } from '../../domain/model/quarantine.ts';
import { statusAfterBounce, statusAfterComplaint, statusAfterDelivery } from '../../domain/model/address-status.ts';

/** A line with whom it concerns, and all lines of its message where there are others; without a key there is no address. */
export type Told = { key: string; profileId: string; line: TrackingLine; lines?: readonly TrackingLine[] };

const consequenceOf = ({ line }: Told) => consequences[meaningOf(line)];

const overruledBy = ({ line, lines = [] }: Told): string[] =>
  lines.filter((other) => meaningOf(other) === 'bounce' && isOverruled(other, [line])).map(({ at }) => at);

const after = (status: AddressStatus, told: Told): AddressStatus | undefined => {
  const { line, lines = [] } = told;
  switch (consequenceOf(told).address) {
    case 'error':
      return isOverruled(line, lines) ? undefined : statusAfterBounce(status, judgeBounce(line), line.at);
    case 'works':
      return statusAfterDelivery(status, line.at, overruledBy(told));
    case 'complaint':
      return statusAfterComplaint(status, line.at);
    case undefined:
      return undefined;
  }
};

/** An unsubscription that SES tells of was not by a link of ours: no such link undoes it. */
const optOut = async (profiles: Profiles, told: Told, heardAt: string): Promise<void> => {
  const { optOut: source } = consequenceOf(told);
  const { profileId: id, key, line } = told;
  if (source) await optOutPerson(profiles, { id, key }, { at: line.at, source, by: source }, heardAt);
};

/** Deliveries mean something only for an address with errors; one read for a hundred of them finds those. */
const needed = async (profiles: Profiles, all: readonly Told[]): Promise<Told[]> => {
  const deliveries = all.filter(({ line }) => line.kind === 'delivery');
  const statuses = await profiles.addressStatuses([...new Set(deliveries.map(({ key }) => key))]);
  const erroneous = new Set(statuses.filter(({ softErrors }) => softErrors > 0).map((status) => status.addressKey));
  return all.filter((told) => {
    const { address } = consequenceOf(told);
    return address === 'works' ? erroneous.has(told.key) : address !== undefined;
  });
};

/**
 * Quarantine and denylist follow from bounces, complaints and opt-outs. Doing it again changes nothing.
 * @param heardAt now: a complaint may come hours after it was made, and a run may have been prepared between
 */
export const applyToAddresses = async (profiles: Profiles, all: readonly Told[], heardAt: string): Promise<void> => {
  const addressed = all.filter(({ key }) => key !== '');
  for (const one of await needed(profiles, addressed))
    await moveAddressStatus(profiles, one.key, (status) => after(status, one));
  for (const one of all) await optOut(profiles, one, heardAt);
};
