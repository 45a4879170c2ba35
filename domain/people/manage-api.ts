import * as z from 'zod';
import { Role } from './people.ts';
import { ShownName } from '../model/shown-name.ts';

export const Language = z.enum(['en', 'de']);

/** Why an administrator does it; kept in the audit of people. */
const Reason = z.string().trim().min(3).max(1000);

/** Shown in mails and histories, where it stands in one line. */
const PersonName = ShownName.min(1)
  .max(100)
  .regex(/^[^\p{Cc}\p{Cs}@<>]+$/u, 'is a name in one line, not an address');

const Roles = z.array(Role).max(10);

/**
 * `active` can sign in; `invited` has not set a password of their own; `notReady` has another step of signing in open,
 * such as a reset password; `disabled` cannot sign in; `refused` is not let in by the rules of the stage, such as an
 * address for whose domain the identity provider does not speak.
 */
export const personStates = ['active', 'invited', 'notReady', 'disabled', 'refused'] as const;
export type PersonState = (typeof personStates)[number];

/** Somebody in the user pool, as it has them now. */
export const PoolPerson = z
  .object({
    sub: z.string(),
    name: z.string(),
    address: z.string(),
    /** Of the mails to them. */
    language: Language,
    /** The roles that they hold; groups of the user pool that are no roles are not listed. */
    groups: z.array(Role),
    state: z.enum(personStates),
    /** Where they sign in: an identity provider of the stage file. Null: here, by a password. */
    provider: z.string().nullable(),
    /** Who decides about their roles. */
    rolesFrom: z.enum(['administration', 'provider']),
    /** Null: the user pool does not say. */
    createdAt: z.iso.datetime().nullable(),
    changedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'PoolPerson' });
export type PoolPerson = z.infer<typeof PoolPerson>;

/** POST /people */
export const InviteRequest = z
  .object({
    /** The user pool's own limit of a name to sign in by (Amazon Cognito, AdminCreateUser, `Username`). */
    address: z.email().max(128),
    name: PersonName,
    language: Language.default('en'),
    groups: Roles.min(1, 'takes at least one role: without one nobody may do anything'),
    reason: Reason,
  })
  .meta({ id: 'InviteRequest' });
export type InviteRequest = z.infer<typeof InviteRequest>;

/** Somebody who was invited. `mailed`: false when SES did not take the invitation; invite them again. */
export const Invited = PoolPerson.extend({ mailed: z.boolean() }).meta({ id: 'Invited' });
export type Invited = z.infer<typeof Invited>;

/**
 * PUT /people/{sub}: what is left out stays as it is, and so do groups that are no roles. Whoever looked at somebody a
 * while ago says only what they mean, and gives nothing back that was taken meanwhile.
 */
export const ChangePersonRequest = z
  .object({
    name: PersonName.optional(),
    language: Language.optional(),
    groups: Roles.optional(),
    enabled: z.boolean().optional(),
    reason: Reason,
  })
  .meta({ id: 'ChangePersonRequest' });
export type ChangePersonRequest = z.infer<typeof ChangePersonRequest>;

/** POST /people/{sub}/remove | reset-mfa | invitation */
export const PersonActRequest = z.object({ reason: Reason }).meta({ id: 'PersonActRequest' });

/** POST /me/sign-out */
export const SignedOutEverywhere = z.object({ signedOut: z.literal(true) }).meta({ id: 'SignedOutEverywhere' });
export type SignedOutEverywhere = z.infer<typeof SignedOutEverywhere>;
