import * as z from 'zod';
import { PathId } from '../http/path-id.ts';
import { AB_VARIANTS_MAX } from './ab-test.ts';
import { WINNER } from './test-names.ts';
import { Archived } from './archived.ts';
import { Attachment, MOST_ATTACHMENTS, refuseAttachments } from './attachment.ts';
import { AudienceFilter, ListName } from './audience-filter.ts';
import { AudienceRules } from './audience-rules.ts';
import { CheckLimitsOverride, StoredCheckLimits } from './check-limits.ts';
import { fromBytes, MOST_FROM_BYTES } from './from-header.ts';
import { Person } from '../people/people.ts';
import { Labels } from './labels.ts';
import { LinkRules } from './link-rules.ts';
import { PolicyOverride } from './policy.ts';
import { canonicalTag, LanguageTag } from './language-tag.ts';
import { TopicId } from './topics.ts';
import { isAggregated, Schedule, scheduleModes } from './schedule.ts';
import { ScheduleInput } from './schedule-input.ts';
import { Sender, wrongInName } from './sender.ts';
import { spokenBy, VariantId, VariantRule, VARIANTS_MAX } from './variants.ts';
import { ShownName } from './shown-name.ts';

/** Liquid source of one mail, authored as MJML or as HTML, with a plain text. */
export const MailContent = z
  .object({
    subject: z.string().max(250),
    preheader: z.string().max(250).default(''),
    mjml: z.string().optional(),
    html: z.string().optional(),
    /** Empty: it is made of the HTML whenever the mail is put together. */
    text: z.string().default(''),
    /** Beside which MJML or HTML the text was written: `sourceHash`. Of another one by now it may be outdated. */
    textFor: z
      .string()
      .regex(/^[0-9a-f]{16}$/)
      .optional(),
  })
  .refine((content) => content.mjml === undefined || content.html === undefined, 'takes mjml or html, not both');
export type MailContent = z.infer<typeof MailContent>;

/** Another content of a campaign, and who gets it. One of a test that has neither a source nor a text takes those of the campaign. */
const Variant = z.strictObject({ id: VariantId, for: VariantRule, content: MailContent });
export type Variant = z.infer<typeof Variant>;

type Several = { language?: string | undefined; variants?: Variant[] | undefined };
type Wrong = { path: PropertyKey[]; message: string };

const wrongLanguages = ({ language, variants = [] }: Several): Wrong[] => {
  const languages = new Set([canonicalTag(language ?? '')]);
  return variants.flatMap(({ for: rule }, index) => {
    const spoken = spokenBy(rule);
    if (spoken === undefined) return [];
    const tag = canonicalTag(spoken);
    const isTaken = languages.has(tag);
    languages.add(tag);
    const path = ['variants', index, 'for', 'language'];
    return isTaken ? [{ path, message: 'is the language of another content' }] : [];
  });
};

const wrongTest = ({ variants = [] }: Several): Wrong[] => {
  const path = ['variants'];
  const tested = variants.filter(({ for: rule }) => rule.by === 'abTest');
  if (tested.length === 0) return [];
  if (tested.length < variants.length)
    return [{ path, message: 'takes languages or a test, not both: test one language by a campaign of its own' }];
  const wrong: Wrong[] = [];
  if (tested.length >= AB_VARIANTS_MAX)
    wrong.push({
      path,
      message: `takes ${AB_VARIANTS_MAX - 1} at most in a test, with the content itself ${AB_VARIANTS_MAX}`,
    });
  const winner = tested.findIndex(({ id }) => id === WINNER);
  if (winner >= 0)
    wrong.push({ path: ['variants', winner, 'id'], message: 'is the name of the one that wins; take another one' });
  return wrong;
};

/** As it is sent: a variant of a test may say another subject only. */
export const mailOfVariant = ({ for: rule, content }: Variant, own: MailContent): MailContent => {
  const source = [content.mjml ?? '', content.html ?? '', content.text].join('').trim();
  if (rule.by !== 'abTest' || source !== '') return content;
  const { subject, preheader } = content;
  return { ...own, subject, preheader };
};

/**
 * What a campaign says, perhaps in several variants. Together they have no more bytes than a call to SES may have
 * (domain/write/campaign-size.ts).
 */
export const Content = MailContent.safeExtend({
  /** In which its own content is written. Absent: it has no other language, and nobody asks. */
  language: LanguageTag.optional(),
  variants: z
    .array(Variant)
    .max(VARIANTS_MAX - 1)
    .optional(),
  /** Files that everybody gets, whichever content. Absent: none. */
  attachments: z.array(Attachment).max(MOST_ATTACHMENTS).optional(),
})
  .superRefine(({ language, variants = [] }, context) => {
    const refuse = (path: PropertyKey[], message: string): void => context.addIssue({ code: 'custom', path, message });
    if (language === undefined && variants.some(({ for: rule }) => rule.by === 'language'))
      refuse(['language'], 'says in which language the content itself is written, for those who get no other');
    const ids = new Set<string>();
    for (const [index, { id }] of variants.entries()) {
      if (ids.has(id)) refuse(['variants', index, 'id'], 'is the id of another variant');
      ids.add(id);
    }
    for (const { path, message } of [...wrongLanguages({ language, variants }), ...wrongTest({ variants })])
      refuse(path, message);
  })
  .describe('Liquid source. All texts of all variants together have at most 1,000,000 bytes in UTF-8; more is 413');
export type Content = z.infer<typeof Content>;

/** A content that somebody saves. What an earlier version took stays readable, and its preparation says so. */
export const ContentInput = Content.superRefine(refuseAttachments);

/** Reported even when other fields are wrong. */
const Audience = z.object({ list: z.string().default(''), filter: AudienceFilter.optional() });

/** One of the console's own. */
const ProductTemplate = z.object({ name: z.string().regex(/^[a-z][a-z0-9-]{0,63}$/), version: z.int().min(1) });

/** One that somebody of the stage saved: its content of then is found by its hash, and its name of then is told. */
const SavedTemplate = z.object({
  id: PathId,
  name: ShownName.max(100),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

/** With which template a content was begun, and with which version of it. */
export const TemplateTaken = z.union([SavedTemplate, ProductTemplate]);
export type TemplateTaken = z.infer<typeof TemplateTaken>;

/** What a preparer writes. */
export const CampaignInput = z
  .object({
    name: ShownName.min(1, 'a campaign needs a name').max(100),
    /** Name of the list of profiles that is targeted; empty: all stored profiles that the filter means. */
    list: z.union([z.literal(''), ListName], 'a list name has 1 to 64 letters, digits, - or _').default(''),
    /** Which profiles of the list, or of all, are targeted. */
    filter: AudienceFilter.optional(),
    /** Topic of the stage that it is about: whoever left it is left out, and the unsubscribe link leaves it. */
    topic: TopicId.optional(),
    sender: Sender,
    replyTo: z.email().optional(),
    content: ContentInput,
    /** Absent: it was begun without one. */
    template: TemplateTaken.optional(),
    schedule: ScheduleInput,
    /**
     * "Request confirmation before sending messages": only a recurring campaign may switch it off. Its
     * runs then ask nobody from the confirmation of one of them on, until the campaign is changed.
     */
    requestConfirmation: z.boolean().default(true),
    /** Absent: links are tracked, and stay as they are. */
    links: LinkRules.optional(),
    /** Tightens how this stage's runs are confirmed. */
    policy: PolicyOverride.optional(),
    /** Who is left out of the list. */
    rules: AudienceRules.optional(),
    /** Tightens from where on this stage's checks warn. */
    checkLimits: CheckLimitsOverride.optional(),
  })
  .refine((input) => input.requestConfirmation || input.schedule.mode === 'recurring', {
    message: 'only a recurring campaign may send without asking for confirmation',
    path: ['requestConfirmation'],
  })
  .refine(({ requestConfirmation, schedule }) => !requestConfirmation || !isAggregated(schedule), {
    message:
      'must be false where the runs of a period are gathered (schedule.aggregation): none is confirmed by itself',
    path: ['requestConfirmation'],
  })
  .refine((input) => input.list !== '' || input.filter !== undefined, {
    message: 'takes a list, or a filter that says which of all profiles are meant',
    path: ['list'],
    when: ({ value }) => Audience.safeParse(value).success,
  })
  .superRefine(({ content: { variants = [] }, schedule, links }, context) => {
    const refuse = (path: string[], message: string): void => context.addIssue({ code: 'custom', path, message });
    const isTested = variants.some(({ for: rule }) => rule.by === 'abTest');
    if (isTested && !schedule.abTest)
      refuse(['schedule', 'abTest'], 'says who is in the test of the variants, and when it is decided');
    if (!schedule.abTest) return;
    if (!isTested) refuse(['content', 'variants'], 'has no variant for the test of the schedule');
    if (links?.isTracked === false)
      refuse(['links', 'isTracked'], 'leaves nothing to decide the test by: opens and clicks of nobody are tracked');
  })
  // Of the input only: what an earlier version took stays readable, and its preparation says so.
  .superRefine(({ sender }, context) => {
    const wrong = wrongInName(sender.name);
    if (wrong !== undefined) context.addIssue({ code: 'custom', path: ['sender', 'name'], message: wrong });
    const bytes = fromBytes(sender);
    if (bytes <= MOST_FROM_BYTES) return;
    const message = `makes a From of ${bytes} bytes, where SES takes ${MOST_FROM_BYTES}: a letter beyond ASCII takes three to six. Shorten it.`;
    context.addIssue({ code: 'custom', path: ['sender', 'name'], message });
  })
  .meta({ id: 'CampaignInput' });
export type CampaignInput = z.infer<typeof CampaignInput>;

/** What a preparer begins with: what is confirmed, and by what it is found besides. */
export const NewCampaign = CampaignInput.safeExtend({ labels: Labels.optional() }).meta({ id: 'NewCampaign' });
export type NewCampaign = z.infer<typeof NewCampaign>;

/** Somebody who changed a campaign or wrote the template that it took, and the version that came of that last. */
const Editor = z.object({ by: Person, version: z.int().min(1) });

/** What was last confirmed of a campaign: written when the confirmed run begins, and its confirmation can no longer be withdrawn. */
export const Confirmed = z.object({
  version: z.int().min(1),
  runId: z.string(),
  /** When the last confirmation that was needed was given. */
  at: z.iso.datetime(),
  by: z.array(Person),
});
export type Confirmed = z.infer<typeof Confirmed>;

/** The last no to a campaign: somebody rejected a run of this version, or stopped one. */
export const Refused = z.object({ version: z.int().min(1), runId: z.string(), at: z.iso.datetime() });
export type Refused = z.infer<typeof Refused>;

export const Campaign = z
  .object({
    id: z.string(),
    /** Raised by each edit; a run remembers the version that it was prepared from. */
    version: z.int().min(1),
    createdAt: z.iso.datetime(),
    createdBy: Person,
    updatedAt: z.iso.datetime(),
    updatedBy: Person,
    /** The campaign that this one was copied from, and when that one was to go out. */
    copiedFrom: z.object({ id: z.string(), name: z.string(), mode: z.enum(scheduleModes) }).optional(),
    /** Everybody who ever had a hand in it, each once. Absent of campaigns that were stored before: `createdBy` and `updatedBy` are known. */
    hands: z.array(Editor).optional(),
    confirmed: Confirmed.optional(),
    refused: Refused.optional(),
    /** By which people sort campaigns, as they were taken. Absent: none. */
    labels: z.array(z.string()).optional(),
    /** Absent: it is not put away. */
    archived: Archived.optional(),
    /** The version with which it became a series; absent: it is one from the beginning, or is none. */
    recurringSince: z.int().min(1).optional(),
    ...CampaignInput.shape,
    // What an earlier version took stays readable, so that somebody can mend it.
    content: Content,
    schedule: Schedule,
    checkLimits: StoredCheckLimits.optional(),
  })
  .meta({ id: 'Campaign' });
export type Campaign = z.infer<typeof Campaign>;

/** A campaign for whoever does not ask what it says. */
export type CampaignSettings = Omit<Campaign, 'content'>;
