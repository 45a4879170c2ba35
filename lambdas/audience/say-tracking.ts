import { addressKey } from '../../domain/model/address.ts';
import { addressesOf, currentProfile, type PersonPorts } from '../../domain/model/merged-profile.ts';
import { moveOptOuts, type OptOutPorts } from '../../domain/model/opt-out.ts';
import { withTrackingSaid } from '../../domain/model/tracking-at-address.ts';
import type { TrackingConsent } from '../../domain/model/tracking-consent.ts';
import type { Profiles } from '../../domain/ports/profiles.ts';

/**
 * Keeps what a person said of tracking: a refusal at the addresses first, so that it holds under every id and running
 * sends hear of it, also at those of profiles that were merged into this one, and at the one that an import gives the
 * profile meanwhile.
 * @param keys of addresses besides the one that the profile has
 * @returns false: the profile is gone, or erased
 */
export const sayTracking = async (
  profiles: PersonPorts & OptOutPorts & Pick<Profiles, 'setTracking'>,
  { id: asked, keys }: { id: string; keys: readonly string[] },
  said: TrackingConsent,
): Promise<boolean> => {
  const { id = asked } = (await currentProfile(profiles, asked)) ?? {};
  const current = async (): Promise<string[]> => {
    const profile = await profiles.get(id);
    return said.choice === 'refused' ? addressesOf(profiles, profile) : [addressKey(profile?.address ?? '')];
  };
  const done = new Set(['']);
  const sayAt = async (key: string): Promise<void> => {
    if (done.has(key)) return;
    done.add(key);
    await moveOptOuts(profiles, key, (known) => withTrackingSaid(known, said), said.at);
  };
  for (const key of [...keys, ...(await current())]) await sayAt(key);
  const isKept = await profiles.setTracking(id, said);
  for (const key of await current()) await sayAt(key);
  return isKept;
};
