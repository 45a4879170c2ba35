import type { Actor, Person, Role } from '../people.ts';

export type People = {
  /** Everybody who holds a role. */
  holding(role: Role): Promise<Person[]>;
  /** Completes what the access token says with name and address. */
  actor(claims: { sub: string; username: string; groups: string[] }): Promise<Actor>;
};
