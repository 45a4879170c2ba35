import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { accessToken } from '../../local/accounts.ts';
import { settings } from '../../local/settings.ts';
import { variables } from './judge-people.ts';
import type { Deployed } from './deployed.ts';

/** Access tokens by what their owners do; none: that part is left undone. */
export type Tokens = { preparer: string[]; approvers: string[]; admin: string[] };

type Part = keyof Tokens;

const whose: Record<Part, string> = {
  preparer: 'Access token of somebody who prepares',
  approvers: 'Access token of somebody else who confirms (several apart by spaces)',
  admin: 'Access token of an administrator, who erases the profiles afterwards',
};

const apart = (text: string): string[] => text.split(/[\s,]+/).filter((token) => token !== '');

/** On a terminal, without showing what is typed. */
const typed = async (question: string): Promise<string> => {
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: unseen, terminal: true });
  lines.once('SIGINT', () => process.exit(130));
  // Not before: until then the terminal itself shows what is typed.
  process.stderr.write(`${question}, or Enter: `);
  try {
    return await lines.question('');
  } finally {
    lines.close();
    process.stderr.write('\n');
  }
};

const given = async (part: Part, environment: NodeJS.ProcessEnv): Promise<string[]> => {
  const fromEnvironment = environment[variables[part]];
  if (fromEnvironment !== undefined) return apart(fromEnvironment);
  return process.stdin.isTTY ? apart(await typed(whose[part])) : [];
};

/** Of the local AWS the demo accounts; of any other stage from the environment, or asked for on a terminal. Never from the command line, which others can read. */
export const readTokens = async (deployed: Deployed, environment: NodeJS.ProcessEnv): Promise<Tokens> => {
  if (!deployed.stage.local)
    return {
      preparer: await given('preparer', environment),
      approvers: await given('approvers', environment),
      admin: await given('admin', environment),
    };
  const of = async (name: string): Promise<string[]> => [
    await accessToken(settings(), deployed, `${name}@freigabe.example`),
  ];
  return { preparer: await of('preparer'), approvers: await of('approver'), admin: await of('admin') };
};
