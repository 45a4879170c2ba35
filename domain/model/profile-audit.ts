import type { HttpRequest } from '../http/route.ts';
import { personOf, type Actor } from '../people/people.ts';
import type { Audit } from '../ports/audit.ts';

type Done = { at: string; id: string; what: string; actor: Actor; origin: HttpRequest<never>['origin'] };

/** In place of the id of a run. */
export const chainOfProfile = (id: string): string => `profile-${id}`;

/** The history of a profile is a chain of its own, without address: it outlives an erasure. */
export const keepOfProfile = async (
  audit: Audit,
  { at, id, what, actor, origin }: Done,
  facts: Record<string, string> = {},
) => audit.append({ at, runId: chainOfProfile(id), what, by: personOf(actor), facts, origin });
