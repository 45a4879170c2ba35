import { WINNER } from '../model/ab-test.ts';
import type { FrozenVariant, Recipient, SplitContent } from '../model/manifest.ts';
import type { SeesLink } from './html-survey.ts';
import { MailSurvey, nothingSurveyed, type SurveyState } from './mail-survey.ts';

/** What was found so far of the campaign's own content, and by variant. */
export type SurveyStates = { survey: SurveyState; surveys: Record<string, SurveyState> };

type Surveyed = {
  mail: SplitContent;
  variants: readonly FrozenVariant[];
  seesLink: SeesLink;
  /** As in `MailSurvey`. */
  leavesOut: boolean;
};

/** One survey for each content, of the mails that are put together of it. */
export class Surveys {
  private readonly own: MailSurvey;
  private readonly variants: ReadonlyMap<string, MailSurvey>;

  constructor({ mail, variants, seesLink, leavesOut }: Surveyed, before?: SurveyStates) {
    const surveyOf = (content: SplitContent, state: SurveyState = nothingSurveyed): MailSurvey =>
      new MailSurvey(content, seesLink, leavesOut, state);
    this.own = surveyOf(mail, before?.survey);
    this.variants = new Map(variants.map(({ id, content }) => [id, surveyOf(content, before?.surveys[id])]));
  }

  /**
   * Puts the mail of somebody together, of the content that they get; where a test decides which that is, of each of them.
   * False: it cannot be, and they are to be left out.
   */
  add(recipient: Recipient, variant: string | undefined): boolean {
    if (variant === WINNER) return [this.own, ...this.variants.values()].every((survey) => survey.add(recipient));
    return ((variant === undefined ? undefined : this.variants.get(variant)) ?? this.own).add(recipient);
  }

  states(): SurveyStates {
    const surveys = [...this.variants].map(([id, survey]) => [id, survey.state()] as const);
    return { survey: this.own.state(), surveys: Object.fromEntries(surveys) };
  }
}
