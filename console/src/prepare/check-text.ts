import { useLingui } from '@lingui/react';
import type { Check } from '../../../domain/model/preparation.ts';
import { useFormat } from '../shell/format.ts';
import { useLanguageName } from '../shell/language-names.ts';
import { listed, useFactTexts, type Fact } from './fact-texts.ts';

type CheckText = { title: string; hint: string | undefined };

/** Checks whose sentence says more than their title; `passed` or `wrong`. */
const hinted = [
  'subjectPresent.wrong',
  'contentPresent.wrong',
  'textPresent.wrong',
  'unsubscribeLink.passed',
  'unsubscribeLink.wrong',
  'unsubscribeContrast.wrong',
  'variablesKnown.wrong',
  'senderVerified.wrong',
  'senderLength.wrong',
  'productionAccess.wrong',
  'size.passed',
  'size.wrong',
  'quota.passed',
  'quota.wrong',
  'audience.wrong',
  'approvers.passed',
  'approvers.wrong',
  'reminders.wrong',
  'rulesOff.wrong',
  'fatigueDate.wrong',
  'variablesFilled.wrong',
  'valuesReal.wrong',
  'datesRead.wrong',
  'comparisonsRead.wrong',
  'noAsYes.wrong',
  'filterValuesRead.wrong',
  'messagesKnown.wrong',
  'behaviourKnown.wrong',
  'behaviourFits.wrong',
  'segmentsKnown.wrong',
  'listsKnown.wrong',
  'foreignTags.wrong',
  'linksWellFormed.wrong',
  'linksReachable.wrong',
  'linksOfOneMessage.wrong',
  'linksLabelled.wrong',
  'imagesDescribed.wrong',
  'textLinks.wrong',
  'imagesWeight.wrong',
  'picturesThere.wrong',
  'picturesWeight.wrong',
  'picturesStill.wrong',
  'attachmentsThere.wrong',
  'attachmentsAudience.wrong',
  'attachmentsWeight.wrong',
  'senderProofs.wrong',
  'senderProofsUnknown.wrong',
  'sendWindow.passed',
  'sendWindow.wrong',
  'validity.wrong',
  'waves.wrong',
  'rampTooShort.wrong',
  'recipientZones.wrong',
  'audienceChange.wrong',
  'scheduleLost.wrong',
  'audienceKept.wrong',
  'mailsRendered.wrong',
  'subjectFilled.wrong',
  'mailSize.wrong',
  'preparationFailed.wrong',
  'recordsReadable.wrong',
  'languages.wrong',
  'abTest.wrong',
] as const;

/** Facts that a sentence takes as they are. */
const plainFacts = [
  'domain',
  'kilobytes',
  'megabytes',
  'limit',
  'needed',
  'free',
  'available',
  'asked',
  'group',
  'remote',
  'from',
  'to',
  'zone',
  'before',
  'now',
  'percent',
  'messages',
  'people',
  'withinDays',
  'original',
  'mails',
  'waves',
  'unknown',
  'passed',
  'by',
  'example',
  'place',
  'cause',
  'without',
  'others',
  'variants',
  'least',
  'knowable',
  'contrast',
] as const;

/** The fact whose number picks the form of a sentence. */
const countedBy: Readonly<Partial<Record<Check['code'], string>>> = {
  quota: 'needed',
  fatigueDate: 'messages',
  attachmentsAudience: 'people',
  behaviourKnown: 'people',
};

/** What stands in braces in a sentence is a placeholder; these are shown as they are. */
const literals = {
  link: '{{ unsubscribe_url }}',
  view: '{{ view_in_browser_url }}',
  braces: '{{ }}',
  isYes: '{% if newsletter == true %}',
  spf: 'v=spf1 include:amazonses.com ~all',
  dmarc: 'v=DMARC1; p=none',
};

/** Of one of several contents, which one it is of, and of which others it is true too. */
const useInLanguage = (): ((facts: Check['facts'], text: CheckText) => CheckText) => {
  const { _: t } = useLingui();
  const { allOf } = useFormat();
  const nameOf = useLanguageName();
  return ({ language, alsoIn, nobody }, { title, hint }) => {
    const others = listed(alsoIn).map(nameOf);
    const none = listed(nobody).map(nameOf);
    const hints = [
      hint,
      ...(others.length > 0 ? [t('prepare.check.alsoIn', { languages: allOf(others) })] : []),
      ...(none.length > 0 ? [t('prepare.hint.languages.nobody', { names: allOf(none) })] : []),
    ].filter((one) => one !== undefined);
    return {
      title:
        typeof language === 'string' ? t('prepare.check.inLanguage', { language: nameOf(language), title }) : title,
      hint: hints.length > 0 ? hints.join(' ') : undefined,
    };
  };
};

/** What a check found, in words: what it is, and why it matters or how to mend it. */
export const useCheckText = (): ((check: Check) => CheckText) => {
  const { _: t } = useLingui();
  const { number, allOf } = useFormat();
  const factTexts = useFactTexts();
  const nameOf = useLanguageName();
  const inLanguage = useInLanguage();
  const shown = (fact: Fact): string => {
    if (fact === undefined) return '–';
    if (typeof fact === 'number') return number(fact);
    return typeof fact === 'string' ? fact : allOf(fact);
  };
  return ({ code, verdict, facts }) => {
    const outcome = verdict === 'passed' ? 'passed' : 'wrong';
    const hint = hinted.find((key) => key === `${code}.${outcome}`);
    const values = {
      ...Object.fromEntries(plainFacts.map((name) => [name, shown(facts[name])])),
      ...factTexts(facts),
      ...literals,
      count: Number(facts[countedBy[code] ?? ''] ?? 0),
      languages: allOf(listed(facts['languages']).map(nameOf)),
      fallback: listed(facts['fallback']).map(nameOf).join(''),
    };
    const cause = typeof facts['cause'] === 'string' ? facts['cause'] : undefined;
    return inLanguage(facts, {
      title: t(`prepare.check.${code}.${outcome}`, values),
      hint: hint ? t(`prepare.hint.${hint}`, values) : cause,
    });
  };
};
