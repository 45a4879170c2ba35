import type { ActorClass, TrackingLine } from './message.ts';

/** Who it was, and the rule that says so with its version, as `name@version`. */
export type Classified = { actorClass: ActorClass; rule: string };

type Seen = { line: TrackingLine; lines: readonly TrackingLine[] };

type Rule = { name: string; actorClass: ActorClass; source: string; matches: (seen: Seen) => boolean };

/**
 * Raised with any change of the rules. Classes are decided when a line is read, so a new version judges old
 * lines too; "Compute stats" recounts the figures of a run by it and shows the difference.
 */
const VERSION = 'v3';

/** Nobody reads and clicks so fast after the server accepted the mail. */
const TOO_SOON_MS = 2000;
/** So many different links within so short a time are followed by a program. */
const BURST_LINKS = 3;
const BURST_MS = 3000;

const agentOf = ({ line }: Seen): string => (line.agent ?? '').trim();

const apart = (one: TrackingLine, other: TrackingLine): number => Math.abs(Date.parse(one.at) - Date.parse(other.at));

const isTooSoon = ({ line, lines }: Seen): boolean =>
  lines.some(
    ({ kind, at }) => kind === 'delivery' && at <= line.at && Date.parse(line.at) - Date.parse(at) < TOO_SOON_MS,
  );

const isBurst = ({ line, lines }: Seen): boolean => {
  if (line.kind !== 'click') return false;
  const near = lines.filter((other) => other.kind === 'click' && apart(other, line) <= BURST_MS);
  return new Set(near.map(({ link }) => link)).size >= BURST_LINKS;
};

/** First match wins; each name is shown in the tracking log. SES does not tell the method, so a HEAD shows by its speed and agent. */
const rules: readonly Rule[] = [
  {
    name: 'sesBot',
    actorClass: 'machine',
    source: 'SES developer guide, isBotEvent of open and click events (since August 2026)',
    matches: ({ line }) => line.bot === 'Likely',
  },
  {
    name: 'scanner',
    actorClass: 'machine',
    source: 'agents of security gateways; Mautic issue 16263',
    matches: (seen) => /proofpoint|mimecast|barracuda|safelinks|bitdefender|headlesschrome/i.test(agentOf(seen)),
  },
  {
    name: 'program',
    actorClass: 'machine',
    // Phones of the maker Cubot name themselves in theirs (isbot leaves them out as well).
    source: 'default agents of HTTP libraries and crawlers; github.com/omrilotan/isbot',
    matches: (seen) =>
      /^(curl|wget|python|go-http-client|java|okhttp|axios|node)\b|(?<!\bcu)bot\b|crawler|spider/i.test(agentOf(seen)),
  },
  {
    // Apple Mail Privacy Protection fetches with exactly this and nothing after it.
    name: 'applePrivacy',
    actorClass: 'machine',
    source: 'wordtothewise.com 2021 on Mail Privacy Protection',
    matches: (seen) => agentOf(seen) === 'Mozilla/5.0',
  },
  {
    name: 'linkBurst',
    actorClass: 'machine',
    source: 'Paminga: three links of one recipient within three seconds',
    matches: isBurst,
  },
  {
    name: 'tooSoon',
    actorClass: 'machine',
    source: 'Mautic BotRatioHelper: under two seconds after the delivery',
    matches: isTooSoon,
  },
  {
    // It fetches when somebody opens the mail, and keeps the image: a real open, seen once.
    name: 'gmailProxy',
    actorClass: 'human',
    source: 'wordtothewise.com on the image proxy of Gmail',
    matches: (seen) => /googleimageproxy/i.test(agentOf(seen)),
  },
  {
    name: 'imageProxy',
    actorClass: 'unknown',
    source: 'Yahoo and others fetch ahead of the reader or for them; the agent does not tell which',
    matches: (seen) => /yahoomailproxy|imageproxy/i.test(agentOf(seen)),
  },
  {
    name: 'noUserAgent',
    actorClass: 'unknown',
    source: 'nothing to judge by',
    matches: (seen) => agentOf(seen) === '',
  },
];

/** Who opened or clicked, judged among all lines of the message; nothing is deleted, both kinds are counted. */
export const classify = (line: TrackingLine, lines: readonly TrackingLine[]): Classified => {
  const rule = rules.find(({ matches }) => matches({ line, lines }));
  return { actorClass: rule?.actorClass ?? 'human', rule: `${rule?.name ?? 'noneMatched'}@${VERSION}` };
};
