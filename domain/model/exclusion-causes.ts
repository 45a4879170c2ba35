/**
 * Why somebody who was targeted gets no message, in the order of the rules: the first match wins
 *. Each rule has the name of its cause.
 */
export const exclusionCauses = [
  'noAddress',
  'invalidAddress',
  'internationalAddress',
  'testProfile',
  'optedOut',
  'topicLeft',
  'suppressionList',
  'quarantined',
  'suppressed',
  'duplicate',
  'excludedDomain',
  'fatigue',
  'controlGroup',
  'sizeLimit',
  'notRenderable',
  'timePassed',
] as const;
