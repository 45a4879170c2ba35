import type { PolicyOverride } from '../../../domain/model/policy.ts';

/** How a campaign is confirmed, while it is written: what is empty stays as the stage says. */
export type PolicyDraft = {
  approvals: string;
  fourEyes: boolean | undefined;
  extraAbove: string;
  asked: '' | 'group' | 'people';
  askedGroup: string;
  askedPeople: string;
  deadlineHours: string;
  reminded: '' | 'at' | 'never';
  remindAt: string;
  escalateTo: string;
  unanswered: '' | 'skip' | 'hold';
};

const HOUR_SECONDS = 3600;

const remindedOf = (remindAt: number[] | undefined): PolicyDraft['reminded'] => {
  if (remindAt === undefined) return '';
  return remindAt.length === 0 ? 'never' : 'at';
};

const shown = (value: number | undefined): string => (value === undefined ? '' : String(value));

export const policyFields = (policy: PolicyOverride = {}): PolicyDraft => {
  const { approvals, fourEyes, extraAbove, ask, deadlineSeconds, remindAt, escalateTo = '', unanswered = '' } = policy;
  return {
    approvals: shown(approvals),
    fourEyes,
    extraAbove: shown(extraAbove),
    asked: ask?.kind ?? '',
    askedGroup: ask?.kind === 'group' ? ask.group : '',
    askedPeople: ask?.kind === 'people' ? ask.addresses.join('\n') : '',
    deadlineHours: shown(deadlineSeconds === undefined ? undefined : deadlineSeconds / HOUR_SECONDS),
    reminded: remindedOf(remindAt),
    remindAt: remindAt?.join(', ') ?? '',
    escalateTo,
    unanswered,
  };
};

const numberIn = (name: string, text: string, factor = 1): Record<string, number> =>
  text.trim() === '' ? {} : { [name]: factor === 1 ? Number(text) : Math.round(Number(text) * factor) };

const askOf = ({ asked, askedGroup, askedPeople }: PolicyDraft): unknown =>
  asked === 'group'
    ? { kind: 'group', group: askedGroup.trim() }
    : { kind: 'people', addresses: askedPeople.split(/[\s,;]+/).filter((address) => address !== '') };

/** Percents as people write them, with or without the sign. */
const percentsOf = ({ reminded, remindAt }: PolicyDraft): number[] =>
  reminded === 'never' ? [] : (remindAt.match(/[^\s,;%]+/g) ?? ['']).map(Number);

/** What the campaign asks for beyond its stage; undefined: nothing. */
export const policyDrafted = (draft: PolicyDraft): Record<string, unknown> | undefined => {
  const policy = {
    ...numberIn('approvals', draft.approvals),
    ...(draft.fourEyes !== undefined && { fourEyes: draft.fourEyes }),
    ...numberIn('extraAbove', draft.extraAbove),
    ...(draft.asked !== '' && { ask: askOf(draft) }),
    ...numberIn('deadlineSeconds', draft.deadlineHours, HOUR_SECONDS),
    ...(draft.reminded !== '' && { remindAt: percentsOf(draft) }),
    ...(draft.escalateTo.trim() !== '' && { escalateTo: draft.escalateTo.trim() }),
    ...(draft.unanswered !== '' && { unanswered: draft.unanswered }),
  };
  return Object.keys(policy).length > 0 ? policy : undefined;
};
