import type { ProfileMatches } from '../../../domain/audience/api.ts';
import { ApiProblem, type Api } from '../shell/api.ts';

/**
 * Asks as the person of the audience who has this id or address. Several profiles may have an address, of which one gets
 * the message: the others are passed over.
 */
export const asSomebody = async <Answer>(
  api: Pick<Api, 'get'>,
  who: string,
  ask: (profileId: string) => Promise<Answer>,
): Promise<Answer> => {
  if (!who.includes('@')) return ask(who);
  const { items } = await api.get<ProfileMatches>(`/profiles?address=${encodeURIComponent(who)}`);
  let refusal: unknown = new ApiProblem(404, 'not-found', { detail: '', mend: '', cause: 'notInAudience', facts: {} });
  for (const { profile } of items) {
    try {
      return await ask(profile.id);
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.cause !== 'notInAudience') throw error;
      refusal = error;
    }
  }
  throw refusal;
};
