import type { AudienceRules, SwitchableRule } from '../../../domain/audience-rules.ts';

/** The rules of a campaign while they are written: each field as the browser holds it. */
export type RulesDraft = { off: SwitchableRule[]; excludedDomains: string; controlPercent: string; sizeLimit: string };

const shown = (value: number | undefined): string => (value === undefined ? '' : String(value));

export const rulesFields = (rules?: AudienceRules): RulesDraft => ({
  off: rules?.off ?? [],
  excludedDomains: rules?.excludedDomains.join('\n') ?? '',
  controlPercent: shown(rules?.controlPercent),
  sizeLimit: shown(rules?.sizeLimit),
});

export const rulesOf = ({ off, excludedDomains, controlPercent, sizeLimit }: RulesDraft): unknown => ({
  off,
  excludedDomains: excludedDomains
    .toLowerCase()
    .split(/[\s,;]+/)
    .filter((domain) => domain !== ''),
  ...(controlPercent.trim() !== '' && { controlPercent: Number(controlPercent) }),
  ...(sizeLimit.trim() !== '' && { sizeLimit: Number(sizeLimit) }),
});
