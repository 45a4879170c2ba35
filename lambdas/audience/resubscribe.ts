import { addressKey } from '../../domain/model/address.ts';
import type { AddressOptOuts } from '../../domain/model/address-opt-outs.ts';
import { byLink, keepingOff, moveOptOuts, ofAll, withoutOptOut, type Return } from '../../domain/model/opt-out.ts';
import type { Profiles } from '../../domain/ports/profiles.ts';
import { currentProfile } from '../../domain/model/merged-profile.ts';
import type { Profile } from '../../domain/model/profile.ts';
import type { PageState } from '../../domain/audience/unsubscribe-words.ts';
import type { UnsubscribeClaim } from '../../domain/model/unsubscribe-token.ts';
import { addressOfMessage, type MessageAddressPorts } from './message-address.ts';

export type ResubscribePorts = MessageAddressPorts & { profiles: Profiles };

/** Does the profile's own mark go with the opt-outs of its address? Only one by links, made before they were undone. */
const isUndone = ({ optedOut }: Profile, { optedInAt }: AddressOptOuts): boolean =>
  optedOut !== undefined &&
  (optedOut.source === 'oneClick' || optedOut.source === 'page') &&
  optedInAt !== undefined &&
  optedOut.at <= optedInAt;

/**
 * Undoes what the link of this message said, all of it or about one topic, for the address that the message went to.
 * Whoever opted out otherwise too, or has another address now, does not come back by it: anybody may hold an old mail.
 * @param about the topic that is wanted again
 */
export const resubscribe = async (
  ports: ResubscribePorts,
  claim: UnsubscribeClaim,
  at: string,
  about: { topic?: string | undefined; only: boolean },
): Promise<PageState> => {
  const { profiles } = ports;
  const profile = await currentProfile(profiles, claim.profileId);
  if (!profile || profile.erasedAt !== undefined) return 'erased';
  const key = await addressOfMessage(ports, claim);
  if (key === undefined || key !== addressKey(profile.address)) return 'kept';
  const given: Return = { by: byLink(claim), ...(about.only && about.topic !== undefined && { topic: about.topic }) };
  const left = await moveOptOuts(profiles, key, (known) => withoutOptOut(known, given, at));
  const isOut = profile.optedOut !== undefined;
  // What the address got back the profile gets too, though the topic of the link was left otherwise.
  const isBack = isOut && ofAll(left).length === 0 && isUndone(profile, left) && (await profiles.optIn(profile.id, at));
  if (keepingOff(left, about.topic).length > 0) return isBack ? 'saved' : 'kept';
  return isOut && !isBack ? 'kept' : 'back';
};
