import type { Actor, Person } from '../people.ts';
import type { Asked } from '../policy.ts';

export type People = {
  /** Everybody who is meant and holds Start deliveries. A group that does not exist has nobody in it. */
  approvers(ask: Asked): Promise<Person[]>;
  /** Completes what the access token says with name and address. */
  actor(claims: { sub: string; username: string; groups: string[] }): Promise<Actor>;
};
