import { refusesTracking, type Asked, type RefusedAbout } from '../model/refuses-tracking.ts';
import { consentTo } from '../model/tracking-consent.ts';

/**
 * What decides beside the profile: of which topic the campaign is and the addresses that refuse tracking of it, what
 * holds of who never said anything, and whether the campaign tracks nobody.
 */
export type TrackingRules = RefusedAbout & { unknown: boolean; nobody: boolean };

/** May opens and clicks of messages to somebody be tracked? */
export const isTracked = (person: Asked, rules: TrackingRules): boolean => {
  if (rules.nobody || refusesTracking(person, rules)) return false;
  return consentTo(person, rules.about) ? true : rules.unknown;
};
