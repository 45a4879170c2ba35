import { addressKey } from '../../domain/address.ts';
import type { Profiles } from '../../domain/ports/profiles.ts';
import { judgeBounce } from '../../domain/track/bounce.ts';
import { standingAfterBounce } from '../../domain/track/standing.ts';
import type { Arrived } from './record-events.ts';

const afterBounce = async (profiles: Profiles, { event }: Arrived): Promise<void> => {
  const { bounce } = event;
  const address = event.mail.destination[0];
  if (!bounce || address === undefined) return;
  const verdict = judgeBounce({ ...bounce, status: bounce.bouncedRecipients[0]?.status ?? '' });
  const at = new Date(bounce.timestamp).toISOString();
  const standing = standingAfterBounce(await profiles.standing(addressKey(address)), address, verdict, at);
  if (standing) await profiles.putStandings([standing]);
};

const afterComplaint = async (profiles: Profiles, { origin, event }: Arrived): Promise<void> => {
  const { complaint } = event;
  const address = event.mail.destination[0];
  if (!complaint || address === undefined) return;
  const at = new Date(complaint.timestamp).toISOString();
  await profiles.optOut(origin.profileId, at, 'complaint');
  const known = await profiles.standing(addressKey(address));
  if (known?.quarantine) return;
  const quarantine = { since: at, reason: 'complaint' };
  await profiles.putStandings([{ addressKey: addressKey(address), softErrors: 0, ...known, quarantine }]);
};

/** Quarantine and denylist follow from bounces and complaints. Doing it again changes nothing. */
export const keepStanding = async (profiles: Profiles, arrived: readonly Arrived[]): Promise<void> => {
  for (const one of arrived) {
    await afterBounce(profiles, one);
    await afterComplaint(profiles, one);
  }
};
