import type { ActorClass } from '../message.ts';

export type Classified = { actorClass: ActorClass; rule: string };

type Seen = {
  userAgent: string;
  /** SES's own judgement since August 2026; missing says nothing. */
  isBotEvent: string | undefined;
};

type Rule = { name: string; actorClass: ActorClass; matches: (seen: Seen) => boolean };

/** A changed rule gets a new version, so that what was classed before can be classed again. */
const VERSION = 'v1';

/** First match wins; each name stands in the tracking log. Sources: SES event reference, wordtothewise.com on image proxies. */
const rules: readonly Rule[] = [
  { name: 'sesBot', actorClass: 'machine', matches: ({ isBotEvent }) => isBotEvent === 'Likely' },
  {
    name: 'scanner',
    actorClass: 'machine',
    matches: ({ userAgent }) => /proofpoint|mimecast|barracuda|safelinks|bitdefender|headlesschrome/i.test(userAgent),
  },
  {
    name: 'imageProxy',
    actorClass: 'machine',
    matches: ({ userAgent }) => /googleimageproxy|yahoomailproxy/i.test(userAgent),
  },
  // Apple Mail Privacy Protection fetches with exactly this and nothing after it.
  { name: 'applePrivacy', actorClass: 'machine', matches: ({ userAgent }) => userAgent.trim() === 'Mozilla/5.0' },
  { name: 'noUserAgent', actorClass: 'unknown', matches: ({ userAgent }) => userAgent.trim() === '' },
];

/** Who opened or clicked, by the first rule that fits; nothing is deleted, both kinds are counted. */
export const classify = (seen: Seen): Classified => {
  const rule = rules.find(({ matches }) => matches(seen));
  return { actorClass: rule?.actorClass ?? 'human', rule: `${rule?.name ?? 'noneMatched'}@${VERSION}` };
};
