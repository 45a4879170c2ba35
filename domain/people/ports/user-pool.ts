import type { Page, PageQuery } from '../../http/page.ts';
import type { PoolPerson } from '../manage-api.ts';
import type { Role } from '../people.ts';

/** With the name by which the user pool keeps them, which is no address and mostly their `sub`. */
export type KnownPerson = PoolPerson & { username: string };

/** The user pool as an administrator changes it. Whoever is not there any more is a Problem `not-found`. */
export type UserPool = {
  page(query: PageQuery): Promise<Page<PoolPerson>>;
  bySub(sub: string): Promise<KnownPerson | undefined>;
  byAddress(address: string): Promise<KnownPerson | undefined>;
  /** Subs of the administrators who could sign in now. */
  administrators(): Promise<string[]>;
  /** Without a mail of Cognito's. @throws Problem `conflict` for an address that somebody has */
  create(person: { address: string; name: string; language: string; password: string }): Promise<KnownPerson>;
  describe(username: string, as: { name: string; language: string }): Promise<void>;
  join(username: string, role: Role): Promise<void>;
  leave(username: string, role: Role): Promise<void>;
  setEnabled(username: string, enabled: boolean): Promise<void>;
  remove(username: string): Promise<void>;
  /** One that has to be replaced at the next sign-in. */
  giveFirstPassword(username: string, password: string): Promise<void>;
  forgetSecondFactor(username: string): Promise<void>;
  /** No refresh token that was given before works any more. */
  signOut(username: string): Promise<void>;
};
