import * as z from 'zod';
import { TrackingByTopic, TrackingConsent } from './tracking-consent.ts';

/** Identifier of a profile: a value of SES tags, so only these characters. */
export const ProfileId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, 'takes 1 to 64 letters, digits, - or _');

/** Why a profile is not written to, or is again: what changed, kept beside what holds now. */
export const StandingChange = z
  .object({
    at: z.iso.datetime(),
    kind: z.enum(['optedOut', 'optedIn', 'quarantined', 'released', 'trackingGiven', 'trackingRefused']),
    /** By name: where an opt-out or a word on tracking came from, why an address was quarantined; of a release what its administrator wrote. */
    cause: z.string().nullable(),
    /** Name of the administrator who released the address. */
    by: z.string().nullable(),
    /** Of a word on tracking: of which topic, by id; absent: of all mails. */
    topic: z.string().optional(),
  })
  .meta({ id: 'StandingChange' });
export type StandingChange = z.infer<typeof StandingChange>;

/** So many of the latest are kept of a profile and of an address; who wants can opt out and in without end. */
export const MAX_CHANGES = 50;

export const OptOutMark = z.object({
  at: z.iso.datetime(),
  /** `api`: another system, or somebody in the console, said so of the person. */
  source: z.enum(['import', 'api', 'oneClick', 'page', 'complaint', 'erasure']),
});

/** The earliest opt-out in force for an address: it holds for every profile with it, whatever its id. */
export const AddressOptOut = OptOutMark.meta({ id: 'AddressOptOut' });

/** A contact. `address` may be empty or wrong: preparation excludes such profiles with the cause. */
export const Profile = z
  .object({
    id: ProfileId,
    address: z.string(),
    lists: z.array(z.string()),
    /** Columns of the import under their header names, for the template. */
    attributes: z.record(z.string(), z.string()),
    /** Denylist: belongs to the profile, for all its addresses, and to each address (domain/model/opt-out.ts). */
    optedOut: OptOutMark.optional(),
    /** Came back by their own hand: an earlier opt-out or complaint that is reported later changes nothing. */
    optedInAt: z.iso.datetime().optional(),
    /** Whether opens and clicks of messages to them may be tracked; a refusal of their address goes before it. Absent: unknown. */
    tracking: TrackingConsent.optional(),
    /** What was said of topics, which goes before what was said of all mails. Absent: nothing. */
    trackingByTopic: TrackingByTopic.optional(),
    /** Opt-outs and returns, oldest first. */
    changes: z.array(StandingChange).optional(),
    /** Of the last import that changed something. */
    importedAt: z.iso.datetime(),
    /** Profiles of the same person that were merged into this one, by their ids: their history is its history. */
    mergedFrom: z.array(ProfileId).optional(),
    /** Nothing but the id is left; it stays opted out, so that no import writes to this person again. */
    erasedAt: z.iso.datetime().optional(),
  })
  .meta({ id: 'Profile' });
export type Profile = z.infer<typeof Profile>;

/** Has somebody these attributes? One that is empty is one that they do not have. */
export const hasAttributes = ({ attributes }: Pick<Profile, 'attributes'>, wanted: Profile['attributes']): boolean =>
  Object.entries(wanted).every(
    ([name, value]) => attributes[name] === value || (value === '' && !Object.hasOwn(attributes, name)),
  );

export const BounceReason = z.enum([
  'userUnknown',
  'invalidDomain',
  'mailboxFull',
  'accountDisabled',
  'unreachable',
  'refused',
  'suppressed',
  'notDefined',
]);
export type BounceReason = z.infer<typeof BounceReason>;

/** What is known of an address; hits every profile that has it. Quarantine is never released by itself. */
export const AddressStatus = z
  .object({
    addressKey: z.string(),
    quarantine: z.object({ since: z.iso.datetime(), reason: z.string() }).optional(),
    /** Soft errors counted at least a day apart; five quarantine the address. */
    softErrors: z.int().min(0),
    lastSoftErrorAt: z.iso.datetime().optional(),
    lastSoftReason: z.string().optional(),
    /** Let out of quarantine by a person: an earlier failure that is reported later does not put it back. */
    released: z.object({ at: z.iso.datetime(), by: z.string(), reason: z.string() }).optional(),
    /** Quarantines and releases, oldest first. */
    changes: z.array(StandingChange).optional(),
    /** Raised by each write that was decided on what was read; the condition of the next one. */
    version: z.int().optional(),
  })
  .meta({ id: 'AddressStanding' });
export type AddressStatus = z.infer<typeof AddressStatus>;

/** A list of profiles, for choosing the audience of a campaign. Imports add up: it may hold more than the latest brought. */
export const ListSummary = z
  .object({
    name: z.string(),
    /** What people read instead of the name. */
    title: z.string().optional(),
    profiles: z.int().meta({ description: 'Rows of the latest import' }),
    importedAt: z.iso.datetime(),
    isTest: z
      .literal(true)
      .optional()
      .meta({ description: 'Its profiles are test profiles, and in no audience that does not name it' }),
    testAddresses: z.int().optional().meta({
      description: 'Of a list of test profiles: addresses that an administrator took in, which may get proofs',
    }),
  })
  .meta({ id: 'ListSummary' });
export type ListSummary = z.infer<typeof ListSummary>;
