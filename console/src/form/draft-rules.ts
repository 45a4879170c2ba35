import { isLeftOut, type AudienceRules, type SwitchableRule } from '../../../domain/model/audience-rules.ts';

/** The rules of a campaign while they are written: each field as the browser holds it. */
export type RulesDraft = {
  off: SwitchableRule[];
  excludedDomains: string;
  fatigueMessages: string;
  fatigueDays: string;
  controlPercent: string;
  sizeLimit: string;
  leavesOutNotRenderable: boolean;
};

const shown = (value: number | undefined): string => (value === undefined ? '' : String(value));

export const rulesFields = (rules?: AudienceRules): RulesDraft => ({
  off: rules?.off ?? [],
  excludedDomains: rules?.excludedDomains.join('\n') ?? '',
  fatigueMessages: shown(rules?.fatigue?.messages),
  fatigueDays: shown(rules?.fatigue?.days),
  controlPercent: shown(rules?.controlPercent),
  sizeLimit: shown(rules?.sizeLimit),
  leavesOutNotRenderable: rules !== undefined && isLeftOut(rules),
});

/** Both or none: a limit without days is as wrong as days without a limit. */
const fatigueOf = ({ fatigueMessages, fatigueDays }: RulesDraft): object =>
  fatigueMessages.trim() === '' && fatigueDays.trim() === ''
    ? {}
    : { fatigue: { messages: Number(fatigueMessages), days: Number(fatigueDays) } };

export const rulesOf = (draft: RulesDraft): unknown => {
  const { off, excludedDomains, controlPercent, sizeLimit } = draft;
  return {
    off,
    excludedDomains: excludedDomains
      .toLowerCase()
      .split(/[\s,;]+/)
      .filter((domain) => domain !== ''),
    ...fatigueOf(draft),
    ...(controlPercent.trim() !== '' && { controlPercent: Number(controlPercent) }),
    ...(sizeLimit.trim() !== '' && { sizeLimit: Number(sizeLimit) }),
    ...(draft.leavesOutNotRenderable && { notRenderable: 'leaveOut' }),
  };
};
