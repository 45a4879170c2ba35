import { parseArgs } from 'node:util';
import { InviteRequest } from '../../domain/people/manage-api.ts';
import { Failure } from '../../local/failure.ts';
import { stageNameIn } from '../stage.ts';

const usage = `Say what to do:
  npm run people -- -c stage=NAME list
  npm run people -- -c stage=NAME invite ADDRESS --name "Anna Berg" [--language de] [--roles administration]
  npm run people -- -c stage=NAME invite-again ADDRESS
  npm run people -- -c stage=NAME reset-mfa ADDRESS`;

/** What the command is asked to do. */
export type Words = { stage: string; reason: string } & (
  | { what: 'list' }
  | { what: 'invite'; person: InviteRequest }
  | { what: 'invite-again' | 'reset-mfa'; address: string }
);

const options = {
  context: { type: 'string', short: 'c' },
  name: { type: 'string' },
  language: { type: 'string', default: 'en' },
  roles: { type: 'string', default: 'administration' },
  reason: { type: 'string', default: 'by the operator, on the command line' },
} as const;

const parsed = (args: string[]) => {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch {
    throw new Failure(usage);
  }
};

/** @throws Failure with the usage, or with what is wrong about a person, in one line each */
export const wordsOf = (args: string[]): Words => {
  const { values, positionals } = parsed(args);
  const [what, address] = positionals;
  const stage = stageNameIn(values.context);
  const { reason, name, language, roles } = values;
  if (stage === undefined || positionals.length > 2) throw new Failure(usage);
  if (what === 'list' && address === undefined) return { stage, reason, what };
  if (address === undefined) throw new Failure(usage);
  if (what === 'invite-again' || what === 'reset-mfa') return { stage, reason, what, address };
  if (what !== 'invite') throw new Failure(usage);
  const { data: person, error } = InviteRequest.safeParse({
    address,
    name,
    language,
    groups: roles.split(','),
    reason,
  });
  if (person) return { stage, reason, what, person };
  throw new Failure(error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '));
};
