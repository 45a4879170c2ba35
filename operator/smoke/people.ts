import { Me } from '../../domain/people/api.ts';
import { Refusal } from '../../client/freigabe.ts';
import { Api } from '../../local/demo/api.ts';
import { failed, type Line } from './line.ts';
import { variables, type People } from './judge-people.ts';
import type { Tokens } from './tokens.ts';

type Known = { api: Api; me: Me };

/** Whoever the tokens are of, and how they ask. */
export type SignedIn = { preparer: Known | undefined; approvers: readonly Known[]; admin: Known | undefined };

export const peopleOf = ({ preparer, approvers, admin }: SignedIn): People => ({
  preparer: preparer?.me,
  approvers: approvers.map(({ me }) => me),
  admin: admin?.me,
});

const refusedToken = (part: keyof Tokens, { status }: Refusal): Line =>
  failed(
    'sign in',
    `the token of ${variables[part]} is refused with HTTP ${status}`,
    'An access token lives one hour, and counts for its own stage only: sign in again and take a new one.',
  );

/** Asks the API whose each token is; one that it refuses is told, and nobody's. */
export const signIn = async (url: string, tokens: Tokens, say: (line: Line) => void): Promise<SignedIn> => {
  const known = async (part: keyof Tokens): Promise<Known[]> => {
    const people: Known[] = [];
    for (const token of tokens[part]) {
      const api = new Api(url, token);
      try {
        people.push({ api, me: await api.get('/me', Me) });
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        say(refusedToken(part, error));
      }
    }
    return people;
  };
  const [preparer] = await known('preparer');
  const approvers = await known('approvers');
  const [admin] = await known('admin');
  return { preparer, approvers, admin };
};
