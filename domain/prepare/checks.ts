import type { AudienceRules } from '../model/audience-rules.ts';
import { fromBytes, MOST_FROM_BYTES, type From } from '../model/from-header.ts';
import type { SplitContent } from '../model/manifest.ts';
import type { Check } from '../model/preparation.ts';
import type { Forecast } from './quota.ts';
import { isSeen } from './structure.ts';

type Code = Check['code'];
type Facts = Check['facts'];

const blockingIf = (code: Code, isWrong: boolean, facts: Facts = {}): Check => ({
  code,
  verdict: isWrong ? 'blocking' : 'passed',
  facts,
});

const warningIf = (code: Code, isWrong: boolean, facts: Facts = {}): Check => ({
  code,
  verdict: isWrong ? 'warning' : 'passed',
  facts,
});

const isEmpty = (part: { skeleton: string; fragments: unknown[] }): boolean =>
  !isSeen(part.skeleton.replaceAll(/<[^<>]*>/g, '')) && part.fragments.length === 0;

/** Findings about the content alone. */
export const contentChecks = (content: SplitContent): Check[] => [
  blockingIf('subjectPresent', isEmpty(content.subject)),
  blockingIf('contentPresent', isEmpty(content.html)),
  blockingIf('textPresent', isEmpty(content.text)),
];

/** Names the rules that the audience did not go through, for whoever confirms. */
export const rulesCheck = ({ off }: AudienceRules): Check[] =>
  off.length > 0 ? [warningIf('rulesOff', true, { off })] : [];

/** A template that is no Liquid or no MJML; `cause` is the library's one line, `language` that of one of several contents. */
export const templateBroken = (cause: string, language?: string): Check =>
  blockingIf('templateValid', true, { cause, ...(language !== undefined && { language }) });

/** Ids of what a preparation needs to know and cannot read. */
export type UnreadableRecords = { runs: string[]; profiles: string[] };

/** Who may not be written to could be among them: nothing is guessed, and they are named. */
export const recordsChecks = ({ runs, profiles }: UnreadableRecords): Check[] => {
  const places = [...runs, ...profiles];
  return places.length === 0 ? [] : [blockingIf('recordsReadable', true, { places, runs, profiles })];
};

/** A preparation that broke off however often it was tried; `error` is a name, such as `States.Timeout`. */
export const preparationBroken = (error: string): Check =>
  blockingIf('preparationFailed', true, { cause: error.replaceAll(/[^\w.]/g, '').slice(0, 80) });

/** Of a campaign that an earlier version took: SES would refuse every message of it. */
const senderLength = (sender: From): Check[] => {
  const needed = fromBytes(sender);
  return needed > MOST_FROM_BYTES ? [blockingIf('senderLength', true, { needed, limit: MOST_FROM_BYTES })] : [];
};

/** Findings that need the audience and the SES account. */
export const deliveryChecks = (known: {
  unknownVariables: string[];
  sender: From;
  senderVerified: boolean;
  senderDomain: string;
  isInSandbox: boolean;
  toDeliver: number;
  forecast: Forecast;
}): Check[] => {
  const { free, share, seconds, ends } = known.forecast;
  const quota = { needed: known.toDeliver, free, share, seconds, ends: new Date(ends).toISOString() };
  return [
    blockingIf('variablesKnown', known.unknownVariables.length > 0, { unknown: known.unknownVariables }),
    blockingIf('senderVerified', !known.senderVerified, { domain: known.senderDomain }),
    ...senderLength(known.sender),
    // Whether each recipient is verified nobody asks: SES allows one such question a second.
    ...(known.isInSandbox ? [warningIf('productionAccess', true)] : []),
    blockingIf('audience', known.toDeliver === 0, { toDeliver: known.toDeliver }),
    warningIf('quota', known.toDeliver > free, quota),
  ];
};

export const isBlocked = (checks: readonly Check[]): boolean => checks.some((check) => check.verdict === 'blocking');
