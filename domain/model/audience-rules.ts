import * as z from 'zod';
import { exclusionCauses } from './exclusion-causes.ts';

export const ExclusionCause = z.enum(exclusionCauses);
export type ExclusionCause = z.infer<typeof ExclusionCause>;

/**
 * What a campaign may do without. The three about the address itself are none of them, because SES would
 * refuse the message, nor is the suppression list of the organisation, nor that test profiles are no audience unless their list is named; the rule of the topic goes with that of who opted out; the last five are off as long as they are given no value.
 */
export const switchableRules = ['optedOut', 'quarantined', 'suppressed', 'duplicate'] as const;
export const SwitchableRule = z.enum(switchableRules);
export type SwitchableRule = z.infer<typeof SwitchableRule>;

/** At most so many messages in a window of days before and after the contact, this one included. */
export const Fatigue = z.object({ messages: z.int().min(1).max(100), days: z.int().min(1).max(90) });
export type Fatigue = z.infer<typeof Fatigue>;

/** The typology of a campaign as data; frozen with each run. */
export const AudienceRules = z
  .object({
    /** Rules that are on by themselves and that this campaign switches off. */
    off: z.array(SwitchableRule).default([]),
    /** Domains, each with its subdomains. */
    excludedDomains: z
      .array(z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'a domain is written like example.com, in small letters'))
      .max(200)
      .default([]),
    /** Whoever gets enough of all campaigns is left out of this one. */
    fatigue: Fatigue.optional(),
    /** Per cent of the people who would get the message and do not, for comparison: the same ones in each run of the campaign. */
    controlPercent: z.number().min(0.1).max(50).optional(),
    /** At most so many messages. */
    sizeLimit: z.int().min(1).optional(),
    /** What is done about somebody whose mail cannot be put together; without a word of it the run is blocked. */
    notRenderable: z.enum(['block', 'leaveOut']).optional(),
  })
  .meta({ id: 'AudienceRules' });
export type AudienceRules = z.infer<typeof AudienceRules>;

/** Is somebody whose mail cannot be put together left out? Else the run is blocked. */
export const isLeftOut = ({ notRenderable }: AudienceRules): boolean => notRenderable === 'leaveOut';
