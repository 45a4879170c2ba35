import { judgeBounce } from '../../domain/bounce.ts';
import type { TrackingLine } from '../../domain/message.ts';
import { optOutPerson } from '../../domain/opt-out.ts';
import type { Profiles } from '../../domain/ports/profiles.ts';
import type { AddressStanding } from '../../domain/profile.ts';
import { moveStanding } from '../../domain/quarantine.ts';
import { standingAfterBounce, standingAfterComplaint, standingAfterDelivery } from '../../domain/track/standing.ts';

/** A line with whom it concerns; without a key there is no address. */
export type Told = { key: string; profileId: string; line: TrackingLine };

const after = (standing: AddressStanding, line: TrackingLine): AddressStanding | undefined => {
  if (line.kind === 'bounce') return standingAfterBounce(standing, judgeBounce(line), line.at);
  if (line.kind === 'delivery') return standingAfterDelivery(standing, line.at);
  return line.kind === 'complaint' ? standingAfterComplaint(standing, line.at) : undefined;
};

/** An unsubscription that SES tells of was not by a link of ours: no such link undoes it. */
const sources = { complaint: 'complaint', unsubscribe: 'oneClick' } as const;

const optOut = async (profiles: Profiles, { key, profileId, line }: Told, heardAt: string): Promise<void> => {
  if (line.kind !== 'complaint' && line.kind !== 'unsubscribe') return;
  const source = sources[line.kind];
  await optOutPerson(profiles, { id: profileId, key }, { at: line.at, source, by: source }, heardAt);
};

/** Deliveries mean something only for an address with errors; one read for a hundred of them finds those. */
const needed = async (profiles: Profiles, all: readonly Told[]): Promise<Told[]> => {
  const deliveries = all.filter(({ line }) => line.kind === 'delivery');
  const standings = await profiles.standings([...new Set(deliveries.map(({ key }) => key))]);
  const erroneous = new Set(
    standings.filter(({ softErrors }) => softErrors > 0).map((standing) => standing.addressKey),
  );
  return all.filter(
    ({ key, line }) => ['bounce', 'complaint'].includes(line.kind) || (line.kind === 'delivery' && erroneous.has(key)),
  );
};

/**
 * Quarantine and denylist follow from bounces, complaints and opt-outs. Doing it again changes nothing.
 * @param heardAt now: a complaint may come hours after it was made, and a run may have been prepared between
 */
export const keepStanding = async (profiles: Profiles, all: readonly Told[], heardAt: string): Promise<void> => {
  const addressed = all.filter(({ key }) => key !== '');
  for (const one of await needed(profiles, addressed))
    await moveStanding(profiles, one.key, (standing) => after(standing, one.line));
  for (const one of all) await optOut(profiles, one, heardAt);
};
