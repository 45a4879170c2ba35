import { emptyDraft, type Draft } from './draft.ts';
import { audienceFields } from './draft-audience.ts';
import { frequencyFields } from './draft-frequency.ts';
import { linksFields } from './draft-links.ts';
import { limitsFields } from './draft-limits.ts';
import { policyFields } from './draft-policy.ts';
import { rulesFields } from './draft-rules.ts';
import { spreadFields } from './draft-spread.ts';

export const draftParts = [
  'name',
  'labels',
  'subject',
  'preheader',
  'source',
  'text',
  'languages',
  'attachments',
  'links',
  'schedule',
  'confirmation',
  'limits',
  'audience',
  'rules',
  'sender',
] as const;
export type DraftPart = (typeof draftParts)[number];

/** What belongs together: of two drafts that meet, a part is taken whole from one of them. */
const fieldsOf: Record<DraftPart, readonly string[]> = {
  name: ['name'],
  labels: ['labels'],
  subject: ['subject'],
  preheader: ['preheader'],
  source: ['format', 'source', 'template'],
  text: ['text', 'textFor'],
  languages: ['language', 'variants'],
  attachments: ['attachments'],
  links: Object.keys(linksFields()),
  schedule: [
    ...Object.keys(frequencyFields()),
    ...Object.keys(spreadFields()),
    'mode',
    'startSendingFrom',
    'zone',
    'startsOn',
    'runs',
    'endsOn',
    'except',
    'missed',
    'aggregation',
  ],
  confirmation: [...Object.keys(policyFields()), 'requestConfirmation'],
  limits: Object.keys(limitsFields()),
  audience: [...Object.keys(audienceFields()), 'topic'],
  rules: Object.keys(rulesFields()),
  sender: ['senderName', 'senderAddress', 'replyTo'],
};

/** Fields of a draft that belong to no part: there must be none. */
export const strayFields = (): string[] => {
  const known = new Set(Object.values(fieldsOf).flat());
  return Object.keys(emptyDraft()).filter((name) => !known.has(name));
};

/** Rows have keys of their own each time that they are read; they say nothing. */
const said = (draft: Draft, part: DraftPart): string => {
  const fields: Record<string, unknown> = draft;
  const values = fieldsOf[part].map((name) => fields[name] ?? null);
  return JSON.stringify(values, (name, value: unknown) => (name === 'key' ? undefined : value));
};

export const isEqualIn = (part: DraftPart, one: Draft, other: Draft): boolean => said(one, part) === said(other, part);

/** The parts of one draft, in another one. */
export const withParts = (draft: Draft, from: Draft, parts: readonly DraftPart[]): Draft => {
  const fields: Record<string, unknown> = from;
  const taken = parts.flatMap((part) => fieldsOf[part]).map((name) => [name, fields[name]] as const);
  return { ...draft, ...Object.fromEntries(taken) };
};

export type Meeting = {
  /** Changed here and there, otherwise. */
  both: DraftPart[];
  /** Changed only there. */
  theirs: DraftPart[];
  /** Mine, with what only they changed. */
  merged: Draft;
};

/**
 * Two drafts of one campaign that came of the same stored one, or of an unknown one: then whatever differs was changed by
 * both.
 */
export const meetDrafts = (base: Draft | undefined, mine: Draft, stored: Draft): Meeting => {
  const different = draftParts.filter((part) => !isEqualIn(part, mine, stored));
  const theirs = different.filter((part) => base !== undefined && isEqualIn(part, base, mine));
  const both = different.filter(
    (part) => base === undefined || !(isEqualIn(part, base, mine) || isEqualIn(part, base, stored)),
  );
  return { both, theirs, merged: withParts(mine, stored, theirs) };
};
