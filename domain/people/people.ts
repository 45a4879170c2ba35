import * as z from 'zod';
import { roles } from './roles.ts';

export const Role = z.enum(roles);
export type Role = z.infer<typeof Role>;

/** Somebody who is signed in, as the verified access token and the user pool describe them. */
export const Actor = z.object({
  sub: z.string().min(1),
  email: z.string(),
  name: z.string(),
  language: z.enum(['en', 'de']).default('en'),
  groups: z.array(z.string()),
});
export type Actor = z.infer<typeof Actor>;

/** How a person is kept in runs and in the audit. */
export const Person = z
  .object({
    sub: z.string(),
    email: z.string(),
    name: z.string(),
    /** Of the mails that this person gets. */
    language: z.enum(['en', 'de']).default('en'),
  })
  .meta({ id: 'Person' });
export type Person = z.infer<typeof Person>;

export const personOf = ({ sub, email, name, language }: Actor): Person => ({ sub, email, name, language });

/** A machine has no address. */
export const isMailed = ({ email }: Pick<Person, 'email'>): boolean => email !== '';
