import { stageNamed } from '../stage.ts';
import { Problem } from '../../domain/http/problem.ts';
import type { KnownPerson } from '../../domain/people/ports/user-pool.ts';
import { inviteAgain, invitePerson, resetMfa, type ManagePorts } from '../../lambdas/people/manage-people.ts';
import { newMaking } from '../../lambdas/entry/derived-id.ts';
import { command, Failure } from '../../local/failure.ts';
import { operatorOf, portsFor } from './ports.ts';
import { wordsOf, type Words } from './words.ts';

const print = (line: string): void => void process.stdout.write(`${line}\n`);

const lineOf = ({ address, name, state, groups }: Pick<KnownPerson, 'address' | 'name' | 'state' | 'groups'>): string =>
  `${address} · ${name} · ${state} · ${groups.join(', ') || 'no role'}`;

const list = async ({ pool }: ManagePorts): Promise<void> => {
  let cursor: string | null | undefined;
  do {
    const page = await pool.page({ limit: 60, ...(typeof cursor === 'string' && { cursor }) });
    for (const person of page.items) print(lineOf(person));
    ({ cursor } = page);
  } while (cursor !== null);
};

const subOf = async ({ pool }: ManagePorts, address: string): Promise<string> => {
  const person = await pool.byAddress(address);
  if (person) return person.sub;
  throw new Failure('Nobody in the user pool has this address. "list" shows who is in it.');
};

const run = async (ports: ManagePorts, words: Words, by: Parameters<typeof actOn>[2]): Promise<void> => {
  if (words.what === 'list') return list(ports);
  return actOn(ports, words, by);
};

const actOn = async (
  ports: ManagePorts,
  words: Exclude<Words, { what: 'list' }>,
  by: { actor: Awaited<ReturnType<typeof operatorOf>>; origin: { ip: string; userAgent: string }; query: object },
): Promise<void> => {
  const asked = { ...by, query: {}, body: { reason: words.reason }, making: newMaking(Date.now()) };
  if (words.what === 'invite') {
    const invited = await invitePerson(ports)({ ...asked, params: {}, body: words.person });
    return told(invited);
  }
  const params = { sub: await subOf(ports, words.address) };
  if (words.what === 'invite-again') return told(await inviteAgain(ports)({ ...asked, params }));
  print(lineOf(await resetMfa(ports)({ ...asked, params })));
};

const told = ({ mailed, ...person }: Awaited<ReturnType<ReturnType<typeof invitePerson>>>): void => {
  print(lineOf(person));
  if (!mailed)
    throw new Failure('SES did not take the mail. Mend that (npm run doctor says what), then "invite-again".');
};

/**
 * People of a stage from the command line, with the rights of whoever is signed in to AWS: the first administrator, who
 * then invites everybody else on the page "People", and the way back for a last one who lost their authenticator app.
 * It is kept in the same history. Exit code 2 for what a person can mend.
 */
await command(async () => {
  const words = wordsOf(process.argv.slice(2));
  const stage = stageNamed(words.stage);
  const ports = await portsFor(stage);
  const by = { actor: await operatorOf(stage), origin: { ip: '', userAgent: 'npm run people' }, query: {} };
  try {
    await run(ports, words, by);
  } catch (error) {
    if (error instanceof Problem) throw new Failure(`${error.message} ${error.mend}`);
    throw error;
  }
});
