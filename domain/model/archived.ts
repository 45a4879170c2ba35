import * as z from 'zod';
import { Problem } from '../http/problem.ts';
import { Person } from '../people/people.ts';

/** A campaign that somebody put away: nobody changes, prepares or arms it until somebody takes it back. */
export const Archived = z.object({ at: z.iso.datetime(), by: Person }).meta({ id: 'Archived' });
export type Archived = z.infer<typeof Archived>;

/** @throws Problem `wrong-state` for one that is archived */
export const refuseArchived = ({ archived }: { archived?: Archived | undefined }): void => {
  if (!archived) return;
  throw new Problem(
    'wrong-state',
    'This campaign is archived: it is not changed, prepared or armed.',
    'Take it back first (POST /campaigns/{id}/unarchive), or copy it.',
    { cause: 'campaignArchived' },
  );
};
