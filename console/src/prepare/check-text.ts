import { useTranslation } from 'react-i18next';
import { SwitchableRule } from '../../../domain/audience-rules.ts';
import type { Check } from '../../../domain/preparation.ts';
import { useFormat } from '../shell/format.ts';

type Told = { title: string; hint: string | undefined };

/** Checks whose sentence says more than their title; `passed` or `wrong`. */
const hinted = [
  'subjectPresent.wrong',
  'contentPresent.wrong',
  'textPresent.wrong',
  'unsubscribeLink.passed',
  'unsubscribeLink.wrong',
  'variablesKnown.wrong',
  'senderVerified.wrong',
  'size.passed',
  'size.wrong',
  'quota.passed',
  'quota.wrong',
  'audience.wrong',
  'approvers.passed',
  'approvers.wrong',
  'rulesOff.wrong',
  'variablesFilled.wrong',
  'linksWellFormed.wrong',
  'linksLabelled.wrong',
  'imagesDescribed.wrong',
  'textLinks.wrong',
] as const;

/** What a check found, in words: what it is, and why it matters or how to mend it. */
export const useCheckText = (): ((check: Check) => Told) => {
  const { t } = useTranslation();
  const { number, duration, allOf } = useFormat();
  const shown = (fact: Check['facts'][string] | undefined): string => {
    if (fact === undefined) return '–';
    if (typeof fact === 'number') return number(fact);
    return typeof fact === 'string' ? fact : allOf(fact);
  };
  const rulesIn = (off: Check['facts'][string] | undefined): string[] =>
    [off ?? []].flat().flatMap((name) => {
      const { data } = SwitchableRule.safeParse(name);
      return data ? [t(`prepare.cause.${data}`)] : [];
    });
  return ({ code, verdict, facts }) => {
    const outcome = verdict === 'passed' ? 'passed' : 'wrong';
    const hint = hinted.find((key) => key === `${code}.${outcome}`);
    const seconds = typeof facts['seconds'] === 'number' ? facts['seconds'] : 0;
    const values = {
      parts: shown(facts['missing']),
      names: shown(facts['unknown'] ?? facts['places'] ?? rulesIn(facts['off'])),
      domain: shown(facts['domain']),
      kilobytes: shown(facts['kilobytes']),
      limit: shown(facts['limit']),
      needed: shown(facts['needed']),
      free: shown(facts['free']),
      available: shown(facts['available']),
      asked: shown(facts['asked']),
      duration: duration(seconds * 1000),
      link: '{{ unsubscribe_url }}',
    };
    const cause = typeof facts['cause'] === 'string' ? facts['cause'] : undefined;
    return {
      title: t(`prepare.check.${code}.${outcome}`, values),
      hint: hint ? t(`prepare.hint.${hint}`, values) : cause,
    };
  };
};
