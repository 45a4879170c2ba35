import { WINNER } from '../model/test-names.ts';
import type { ContentConditions } from '../model/conditions.ts';
import type { FrozenVariant, Recipient, SplitContent } from '../model/manifest.ts';
import type { Reached } from './branch-counts.ts';
import type { ContrastOfLink } from './html-survey.ts';
import { MailSurvey, nothingSurveyed, type SurveyState } from './mail-survey.ts';

/** What was found so far of the campaign's own content, and by variant. */
export type SurveyStates = { survey: SurveyState; surveys: Record<string, SurveyState> };

type Surveyed = {
  mail: SplitContent;
  variants: readonly FrozenVariant[];
  contrastOfLink: ContrastOfLink;
  /** As in `MailSurvey`. */
  leavesOut: boolean;
};

/** Of each content that somebody may get and that has conditions, which of their branches lead to their mail. Absent: the own content. */
export type ReachedOf = readonly { variant?: string | undefined; branches: Reached }[];

const nowhere: ReachedOf = [];

/** One survey for each content, of the mails that are put together of it. */
export class Surveys {
  private readonly own: MailSurvey;
  private readonly variants: ReadonlyMap<string, MailSurvey>;

  constructor({ mail, variants, contrastOfLink, leavesOut }: Surveyed, before?: SurveyStates) {
    const surveyOf = (content: SplitContent, state: SurveyState = nothingSurveyed): MailSurvey =>
      new MailSurvey(content, contrastOfLink, leavesOut, state);
    this.own = surveyOf(mail, before?.survey);
    this.variants = new Map(variants.map(({ id, content }) => [id, surveyOf(content, before?.surveys[id])]));
  }

  /**
   * Puts the mail of somebody together, of the content that they get; where a test decides which that is, of each of them.
   * Undefined: it cannot be, and they are to be left out.
   */
  add(recipient: Recipient, variant: string | undefined): ReachedOf | undefined {
    if (variant !== WINNER) return this.addTo(variant, recipient);
    let all = nowhere;
    for (const one of [undefined, ...this.variants.keys()]) {
      const reached = this.addTo(one, recipient);
      if (!reached) return undefined;
      all = [...all, ...reached];
    }
    return all;
  }

  private addTo(variant: string | undefined, recipient: Recipient): ReachedOf | undefined {
    const branches = this.of(variant).add(recipient);
    if (!branches) return undefined;
    return branches.length > 0 ? [{ variant, branches }] : nowhere;
  }

  /**
   * Somebody has a message of this content; where a test decides which that is, they are counted with each, and shown
   * with the own one.
   */
  count(variant: string | undefined, reached: ReachedOf, number: number): void {
    const shown = variant === WINNER ? undefined : variant;
    for (const one of reached) {
      if (one.variant === shown) this.of(one.variant).count(one.branches, number);
      else if (variant === WINNER) this.of(one.variant).count(one.branches);
    }
  }

  /** Of each content that has any. */
  conditions(): ContentConditions[] {
    const all = [
      this.own.conditions(),
      ...[...this.variants].map(([variant, survey]) => ({ variant, ...survey.conditions() })),
    ];
    return all.filter(({ conditions }) => conditions.length > 0);
  }

  private of(variant: string | undefined): MailSurvey {
    return (variant === undefined ? undefined : this.variants.get(variant)) ?? this.own;
  }

  states(): SurveyStates {
    const surveys = [...this.variants].map(([id, survey]) => [id, survey.state()] as const);
    return { survey: this.own.state(), surveys: Object.fromEntries(surveys) };
  }
}
