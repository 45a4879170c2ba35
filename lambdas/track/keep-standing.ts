import { judgeBounce } from '../../domain/bounce.ts';
import type { TrackingLine } from '../../domain/message.ts';
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

const optOut = async (profiles: Profiles, { profileId, line }: Told): Promise<void> => {
  if (line.kind === 'complaint') await profiles.optOut(profileId, line.at, 'complaint');
  if (line.kind === 'unsubscribe') await profiles.optOut(profileId, line.at, 'oneClick');
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

/** Quarantine and denylist follow from bounces, complaints and opt-outs. Doing it again changes nothing. */
export const keepStanding = async (profiles: Profiles, all: readonly Told[]): Promise<void> => {
  const addressed = all.filter(({ key }) => key !== '');
  for (const one of await needed(profiles, addressed))
    await moveStanding(profiles, one.key, (standing) => after(standing, one.line));
  for (const one of all) await optOut(profiles, one);
};
