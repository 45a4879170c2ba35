import type { SplitContent } from '../model/manifest.ts';
import type { Check } from '../model/preparation.ts';
import { MOST_BYTES, type SurveyState } from './mail-survey.ts';
import { READABLE_LARGE } from '../values/colour.ts';
import { usesUnsubscribe } from '../content/variables.ts';

const blockingIf = (
  code: Check['code'],
  facts: Check['facts'] | undefined,
  whenPassed: Check['facts'] = {},
): Check => ({
  code,
  verdict: facts ? 'blocking' : 'passed',
  facts: facts ?? whenPassed,
});

type Found = { count: number; example: string };

const factsOf = ({ count, ...others }: Found): Check['facts'] => ({ mails: count, ...others });

/** Gmail cuts a mail off from here on. */
const CLIP_BYTES = 102 * 1024;

/** Without anybody who gets one, the template says whether there is a link at all. */
const linkFacts = (content: SplitContent, { mails, noWayOut }: SurveyState): Check['facts'] | undefined => {
  const parts = ['html', 'text'] as const;
  const missing = parts.filter((part) => (mails > 0 ? noWayOut[part] : !usesUnsubscribe(content[part])));
  if (missing.length === 0) return undefined;
  const [most] = parts.flatMap((part) => noWayOut[part] ?? []).toSorted((one, other) => other.count - one.count);
  return { missing, ...(most && factsOf(most)) };
};

/** It is there, so that it blocks nothing; some will not find it. */
const paleChecks = ({ pale }: SurveyState): Check[] => {
  if (!pale) return [];
  // Rounded down: 2.999 is not yet 3.
  const facts = { ...factsOf(pale), contrast: Math.floor(pale.contrast * 100) / 100, needed: READABLE_LARGE };
  return [{ code: 'unsubscribeContrast', verdict: 'warning', facts }];
};

/** Of what everybody gets, the largest: with its values. */
const sizeCheck = ({ largest }: SurveyState): Check => {
  const kilobytes = Math.ceil(largest.html / 1024);
  return { code: 'size', verdict: largest.html > CLIP_BYTES ? 'warning' : 'passed', facts: { kilobytes, limit: 102 } };
};

/** Findings about the mails as they were put together for everybody. */
export const mailChecks = (content: SplitContent, survey: SurveyState): Check[] => {
  const { failed, noSubject, tooLarge, largest } = survey;
  const size = { kilobytes: Math.ceil(largest.bytes / 1000), limit: MOST_BYTES / 1000 };
  return [
    blockingIf('mailsRendered', failed && factsOf(failed)),
    blockingIf('subjectFilled', noSubject && factsOf(noSubject)),
    blockingIf('unsubscribeLink', linkFacts(content, survey), { missing: [] }),
    ...paleChecks(survey),
    blockingIf('mailSize', tooLarge && { ...factsOf(tooLarge), ...size }),
    sizeCheck(survey),
  ];
};
