import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { stageNamed, stageNameIn } from '../doctor/stage.ts';
import { Refusal } from '../local/demo/api.ts';
import { command, Failure } from '../local/failure.ts';
import { learntBulkCalls, measureBulkCalls } from './bulk-calls.ts';
import { erased, stopped } from './clean-up.ts';
import { consoleLine } from './console.ts';
import { deployedOf, type Deployed } from './deployed.ts';
import { judgeBulkCalls } from './judge-bulk-calls.ts';
import { mayErase, noPreparer } from './judge-people.ts';
import { endOf, failed, isProven, textOf, type Line } from './line.ts';
import { peopleOf, signIn } from './people.ts';
import { recipientsOf } from './scenarios.ts';
import { tellStory, type Parts } from './story.ts';
import { readTokens, type Tokens } from './tokens.ts';

/**
 * After a deployment: a real run through the whole product to SES's mailbox simulator, and one page of what came of it.
 * Usage: npm run smoke -- -c stage=NAME [--wait SECONDS]; exit code 1 when something is not as it should be, 2 for wrong words
 */
const usage = 'Say which stage: npm run smoke -- -c stage=NAME [--wait SECONDS]';

const asked = (args: string[]): { name: string; waitMs: number } => {
  const options = { context: { type: 'string', short: 'c' }, wait: { type: 'string', default: '300' } } as const;
  try {
    const { context, wait } = parseArgs({ args, options }).values;
    const name = stageNameIn(context);
    const seconds = Number(wait);
    if (name !== undefined && seconds >= 1 && seconds <= 3600) return { name, waitMs: seconds * 1000 };
  } catch {
    throw new Failure(usage);
  }
  throw new Failure(usage);
};

/** As the API says it; of anything else the name, because its words may name somebody. */
const broken = (what: string, error: unknown): Line => {
  const says = error instanceof Refusal ? error.message : error instanceof Error ? error.name : 'unknown error';
  return failed(what, says, 'The line above says what came before; try again, then look at docs/runbook.md.');
};

const attempted = async (what: string, say: (line: Line) => void, work: () => Promise<void>): Promise<void> => {
  try {
    await work();
  } catch (error) {
    say(broken(what, error));
  }
};

const markOf = (now: string): string =>
  `smoke-${now.slice(0, 19).replaceAll(/[-:T]/g, '')}-${randomBytes(2).toString('hex')}`;

const smokeRun = async (
  deployed: Deployed,
  tokens: Tokens,
  waitMs: number,
  say: (line: Line) => void,
): Promise<void> => {
  const mark = markOf(new Date().toISOString());
  const people = await signIn(deployed.apiUrl, tokens, say);
  const { preparer, approvers, admin } = people;
  if (preparer?.me.mayPrepare !== true) return say(noPreparer());
  const recipients = recipientsOf(mark);
  const sender = deployed.stage.approvalSender;
  const parts: Parts = { mark, recipients, sender, people, waitMs, say, made: { isImported: false, runId: undefined } };
  say(await consoleLine(deployed, preparer.api.token));
  await attempted('story', say, async () => tellStory(parts, preparer.api));
  await attempted('bulk calls', say, async () =>
    say(judgeBulkCalls(await measureBulkCalls(deployed, mark), await learntBulkCalls(deployed))),
  );
  const { runId, isImported } = parts.made;
  await attempted('clean up', say, async () => {
    const line =
      runId === undefined ? undefined : await stopped([preparer.api, ...approvers.map(({ api }) => api)], runId);
    if (line) say(line);
    const eraser = mayErase(peopleOf(people)) ? admin?.api : undefined;
    if (isImported) for (const each of await erased(eraser, recipients)) say(each);
  });
};

await command(async () => {
  const { name, waitMs } = asked(process.argv.slice(2));
  const deployed = await deployedOf(stageNamed(name));
  const tokens = await readTokens(deployed, process.env);
  const lines: Line[] = [];
  process.stdout.write(`Smoke run of stage ${name} in ${deployed.stage.region}, ${new Date().toISOString()}\n\n`);
  await smokeRun(deployed, tokens, waitMs, (line) => {
    lines.push(line);
    process.stdout.write(`${textOf(line)}\n`);
  });
  process.stdout.write(`\n${endOf(lines)}\n`);
  if (!isProven(lines)) process.exitCode = 1;
});
// The SDK keeps sockets open.
process.exit();
