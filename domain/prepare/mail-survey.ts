import * as z from 'zod';
import type { Recipient, SplitContent, SplitPart } from '../model/manifest.ts';
import { languageOf } from '../content/language.ts';
import { assemble } from '../content/skeleton.ts';
import { compileContent, type CompiledContent } from '../content/render.ts';
import type { ContentConditions } from '../model/conditions.ts';
import { BranchCounts, BranchState, nowhere, together, type Reached } from './branch-counts.ts';
import { HtmlSurvey, type ContrastOfLink } from './html-survey.ts';
import { SubjectSurvey } from './subject-survey.ts';
import { PartSurvey, UNSUBSCRIBE_URL, withMessageUrls, type Failure, type Shaper } from './part-survey.ts';
import { READABLE_LARGE } from '../values/colour.ts';
import { ANYTHING, findsLink, linkFinderBetween } from './text-link.ts';
import { surveyEnginesIn } from './survey-engines.ts';

const Found = z.object({ count: z.int(), example: z.string() });
type Found = z.infer<typeof Found>;

/** What was found so far, for whoever goes on. `example`: the id of the first profile that it is true of. */
export const SurveyState = z.object({
  mails: z.int(),
  failed: Found.extend({ part: z.enum(['subject', 'html', 'text']), cause: z.string(), place: z.string() }).optional(),
  /** Mails whose subject says nothing. */
  noSubject: Found.optional(),
  /** Mails without a visible unsubscribe link. */
  noWayOut: z.object({ html: Found.optional(), text: Found.optional() }),
  /** Mails whose unsubscribe link is seen and hard to read; `contrast`: of the palest. */
  pale: Found.extend({ contrast: z.number() }).optional(),
  /** Mails that are larger with their values than a call to SES may be; `bytes`: of the largest. */
  tooLarge: Found.optional(),
  largest: z.object({ bytes: z.int(), html: z.int() }),
  /** Absent of one that was begun by a version that did not count them: whom they reach is not known then. */
  branches: BranchState.optional(),
});
export type SurveyState = z.infer<typeof SurveyState>;

export const nothingSurveyed: SurveyState = { mails: 0, noWayOut: {}, largest: { bytes: 0, html: 0 } };

/**
 * "Each input JSON file can be up to 1 MB in size, including both the text and HTML parts", of an inline template
 * (https://docs.aws.amazon.com/ses/latest/dg/send-personalized-email-api.html); some of it is for addresses and headers.
 */
export const MOST_BYTES = 1_000_000;
const OTHER_BYTES = 20_000;

const bytesOf = (text: string): number => new TextEncoder().encode(JSON.stringify(text)).length;
/** In JSON within JSON, a character of a text takes so many bytes at most. */
const MOST_BYTES_A_CHARACTER = 7;

const counted = (found: Found | undefined, example: string): Found => ({
  count: (found?.count ?? 0) + 1,
  example: found?.example ?? example,
});

/** The text with these values, and with anything for the others. */
const textWith = ({ skeleton, fragments }: SplitPart, values: Record<string, string>): string =>
  assemble(skeleton, {
    ...Object.fromEntries(fragments.map(({ placeholder }) => [placeholder, ANYTHING])),
    ...values,
  });

/** Cannot occur in a text. */
const HERE = '\u0004';

const finderAt = (text: SplitPart, placeholder: string): ((value: string) => boolean) => {
  const [before = '', after = '', ...more] = textWith(text, { [placeholder]: HERE }).split(HERE);
  if (more.length === 0) return linkFinderBetween(before, after, UNSUBSCRIBE_URL);
  return (value) => findsLink(textWith(text, { [placeholder]: value }), UNSUBSCRIBE_URL);
};

/** Of a text only the unsubscribe link counts, where somebody finds it. */
const textShaper = (text: SplitPart): Shaper => {
  const finders = new Map(text.fragments.map(({ placeholder }) => [placeholder, finderAt(text, placeholder)]));
  return (value, placeholder) => ({
    shape: finders.get(placeholder)?.(value) ? UNSUBSCRIBE_URL : '',
    length: value.length,
  });
};

/**
 * Puts the mail of everybody together before anything is frozen, from the very fragments and data that are: who cannot
 * be sent to is known then, and who would get a mail without an unsubscribe link. What two people share is looked at once.
 */
export class MailSurvey {
  private readonly found: SurveyState;
  private readonly parts: { subject: SubjectSurvey; html: HtmlSurvey; text: PartSurvey };
  private readonly branches: BranchCounts;
  private readonly countsAll: boolean;
  private readonly leavesOut: boolean;
  private readonly whole: CompiledContent;
  private readonly skeletons: { all: number; html: number };
  /** Bare in the text, where somebody finds it. */
  private readonly isInText: boolean;
  /** A template that takes too much for one mail takes it for others too: they are not tried. */
  private isGivenUp = false;

  /** @param leavesOut whether somebody whose mail cannot be put together is left out; a template that never ends blocks */
  constructor(
    content: SplitContent,
    contrastOfLink: ContrastOfLink,
    leavesOut: boolean,
    before: SurveyState = nothingSurveyed,
  ) {
    this.leavesOut = leavesOut;
    const { subject, html, text } = content;
    this.found = structuredClone(before);
    this.whole = compileContent(content);
    const branches = new BranchCounts(before.branches);
    this.branches = branches;
    this.countsAll = before.branches !== undefined || before.mails === 0;
    const engines = surveyEnginesIn(languageOf(html.skeleton));
    this.parts = {
      subject: new SubjectSurvey(engines.text, subject, branches),
      html: new HtmlSurvey(html, engines, contrastOfLink, branches),
      text: new PartSurvey(engines.text, text, textShaper(text), { part: 'text', branches }),
    };
    const links = this.parts.text.bare.filter(({ name }) => name === 'unsubscribe_url');
    const addresses = Object.fromEntries(links.map(({ placeholder }) => [placeholder, UNSUBSCRIBE_URL]));
    this.isInText = findsLink(textWith(text, addresses), UNSUBSCRIBE_URL);
    const bytes = [subject, html, text].map(({ skeleton }) => bytesOf(skeleton));
    this.skeletons = { all: bytes.reduce((sum, each) => sum + each, 0), html: bytesOf(html.skeleton) };
  }

  /** Which branches of its conditions lead to this mail. Undefined: it cannot be put together, and whoever was to get it is to be left out. */
  add({ profileId, data }: Recipient): Reached | undefined {
    if (this.isGivenUp) return nowhere;
    const subject = this.parts.subject.make(data);
    if ('cause' in subject) return this.noteFailure(profileId, 'subject', subject);
    const html = this.parts.html.make(data);
    if ('cause' in html) return this.noteFailure(profileId, 'html', html);
    const text = this.parts.text.make(data);
    if ('cause' in text) return this.noteFailure(profileId, 'text', text);
    this.found.mails += 1;
    if (this.parts.subject.isEmpty(data, subject)) this.found.noSubject = counted(this.found.noSubject, profileId);
    const { noWayOut } = this.found;
    this.noteContrast(profileId, this.parts.html.contrast(data, html));
    const isInText = this.isInText || text.some(({ kept }) => kept.some(({ shape }) => shape === UNSUBSCRIBE_URL));
    if (!isInText) noWayOut.text = counted(noWayOut.text, profileId);
    const htmlLength = this.parts.html.lengthOf(data, html);
    const length = htmlLength + this.parts.subject.lengthOf(data, subject) + this.parts.text.lengthOf(data, text);
    this.found.largest.html = Math.max(this.found.largest.html, this.skeletons.html + htmlLength);
    if (this.skeletons.all + length * MOST_BYTES_A_CHARACTER > MOST_BYTES - OTHER_BYTES)
      this.noteBytes(profileId, data);
    const made = subject.length + html.length + text.length;
    return made === 0 ? nowhere : together([...subject, ...html, ...text].map(({ reached }) => reached));
  }

  /** Somebody who reaches these branches has a message, perhaps of another content. */
  count(reached: Reached, number?: number): void {
    this.branches.count(reached, number);
  }

  conditions(): Omit<ContentConditions, 'variant'> {
    return this.countsAll ? this.branches.conditions() : { conditions: [], more: 0 };
  }

  state(): SurveyState {
    return { ...structuredClone(this.found), ...(this.countsAll && { branches: this.branches.state() }) };
  }

  private noteFailure(
    profileId: string,
    part: 'subject' | 'html' | 'text',
    { cause, place }: Failure,
  ): Reached | undefined {
    this.isGivenUp = cause.endsWith('limit exceeded');
    if (this.leavesOut && !this.isGivenUp) return undefined;
    const { failed } = this.found;
    this.found.mails += 1;
    this.found.failed = { part, cause, place, ...failed, ...counted(failed, profileId) };
    return [];
  }

  private noteContrast(profileId: string, contrast: number): void {
    const { noWayOut, pale } = this.found;
    if (contrast === 0) noWayOut.html = counted(noWayOut.html, profileId);
    else if (contrast < READABLE_LARGE)
      this.found.pale = { ...counted(pale, profileId), contrast: Math.min(contrast, pale?.contrast ?? contrast) };
  }

  private noteBytes(profileId: string, data: Recipient['data']): void {
    const { largest, tooLarge } = this.found;
    const bytes = this.skeletons.all + bytesOf(JSON.stringify(this.whole(withMessageUrls(data)))) + OTHER_BYTES;
    largest.bytes = Math.max(largest.bytes, bytes);
    if (bytes > MOST_BYTES) this.found.tooLarge = counted(tooLarge, profileId);
  }
}
