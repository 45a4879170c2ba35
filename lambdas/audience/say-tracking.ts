import { addressKey } from '../../domain/model/address.ts';
import { currentProfile } from '../../domain/model/merged-profile.ts';
import { moveOptOuts } from '../../domain/model/opt-out.ts';
import { withTrackingSaid } from '../../domain/model/tracking-at-address.ts';
import type { TrackingConsent } from '../../domain/model/tracking-consent.ts';
import type { Profiles } from '../../domain/ports/profiles.ts';

/**
 * Keeps what a person said of tracking: a refusal at the addresses first, so that it holds under every id and running
 * sends hear of it, and at the one that an import gives the profile meanwhile.
 * @param keys of addresses besides the one that the profile has
 * @returns false: the profile is gone, or erased
 */
export const sayTracking = async (
  profiles: Pick<Profiles, 'get' | 'mergedInto' | 'setTracking' | 'addressOptOuts' | 'replaceAddressOptOuts'>,
  { id: asked, keys }: { id: string; keys: readonly string[] },
  said: TrackingConsent,
): Promise<boolean> => {
  const { id = asked } = (await currentProfile(profiles, asked)) ?? {};
  const current = async (): Promise<string> => addressKey((await profiles.get(id))?.address ?? '');
  const done = new Set(['']);
  const sayAt = async (key: string): Promise<void> => {
    if (done.has(key)) return;
    done.add(key);
    await moveOptOuts(profiles, key, (known) => withTrackingSaid(known, said), said.at);
  };
  for (const key of [...keys, await current()]) await sayAt(key);
  const isKept = await profiles.setTracking(id, said);
  await sayAt(await current());
  return isKept;
};
