import type { Actor } from '../../people/people.ts';

export type Viewers = {
  /** Somebody with the groups that the user pool has now; undefined for who could not sign in. */
  actorOf(sub: string): Promise<Actor | undefined>;
};
