import * as z from 'zod';

export const TrackingChoice = z.enum(['given', 'refused']);
export type TrackingChoice = z.infer<typeof TrackingChoice>;

/** Whether somebody lets SES tell of opens and clicks, and what proves it. Who never said is unknown. */
export const TrackingConsent = z
  .object({
    choice: TrackingChoice,
    at: z.iso.datetime(),
    /** `page`: by the link of a mail; `recorded`: by an administrator or another system; `signUp`: by a confirmed sign-up. */
    source: z.enum(['import', 'page', 'recorded', 'signUp']),
    /** What the person was shown, or what whoever recorded it wrote. */
    text: z.string().optional(),
  })
  .meta({ id: 'TrackingConsent' });
export type TrackingConsent = z.infer<typeof TrackingConsent>;

/** What somebody said last. Undefined: nothing. */
export const lastChoice = (said: readonly TrackingConsent[] | undefined): TrackingConsent | undefined => said?.at(-1);

/**
 * What holds after an import says this of somebody. A refusal of their own stays; what an earlier import said, or what
 * they gave before it, does not.
 */
export const afterImport = (
  known: TrackingConsent | undefined,
  choice: TrackingChoice,
  at: string,
): TrackingConsent => {
  const said: TrackingConsent = { choice, at, source: 'import' };
  if (!known || known.source === 'import') return said;
  return choice === 'refused' && known.choice === 'given' && known.at < at ? said : known;
};
