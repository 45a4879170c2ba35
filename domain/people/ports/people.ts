import type { Actor, Person } from '../people.ts';
import type { Asked } from '../../model/policy.ts';

export type Claims = { sub: string; username: string; groups: string[] };

export type People = {
  /** Everybody who is meant, holds Start deliveries and can sign in. A group that does not exist has nobody in it. */
  approvers(ask: Asked): Promise<Person[]>;
  /** Everybody of the role Administration who can sign in. */
  administrators(): Promise<Person[]>;
  /** Somebody as the user pool has them now; undefined for who could not sign in. */
  person(sub: string): Promise<Person | undefined>;
  /** Is it the proven address of somebody who can sign in? */
  isOfSomebody(address: string): Promise<boolean>;
  /**
   * Who the token is of, as the user pool has them: with the groups of `now`, or those that the `token` lists.
   * @throws Problem `not-permitted` for an account that is gone, disabled or not ready
   */
  actor(claims: Claims, groupsOf: 'now' | 'token'): Promise<Actor>;
};
