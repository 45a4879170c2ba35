import { randomBytes } from 'node:crypto';
import { stageNamed } from '../stage.ts';
import { command } from '../../local/failure.ts';
import { learntBulkCalls, measureBulkCalls } from './bulk-calls.ts';
import { attempted } from './attempted.ts';
import { cleanUp } from './clean-up.ts';
import { consoleLine } from './console.ts';
import { deployedOf, type Deployed } from './deployed.ts';
import { judgeBulkCalls } from './judge-bulk-calls.ts';
import { noPreparer } from './judge-people.ts';
import { endOf, isProven, textOf, type Line } from './line.ts';
import { signIn } from './people.ts';
import { recipientsOf } from './scenarios.ts';
import { tellStory, type Parts } from './story.ts';
import { readTokens, type Tokens } from './tokens.ts';
import { wordsOf } from './words.ts';

const markOf = (now: string): string =>
  `smoke-${now.slice(0, 19).replaceAll(/[-:T]/g, '')}-${randomBytes(2).toString('hex')}`;

const smokeRun = async (
  deployed: Deployed,
  tokens: Tokens,
  waitMs: number,
  say: (line: Line) => void,
): Promise<void> => {
  const mark = markOf(new Date().toISOString());
  const people = await attempted('sign in', say, async () => signIn(deployed.apiUrl, tokens, say));
  if (!people) return;
  const { preparer } = people;
  if (preparer?.me.mayPrepare !== true) return say(noPreparer());
  const recipients = recipientsOf(mark);
  const sender = deployed.stage.approvalSender;
  const parts: Parts = { mark, recipients, sender, people, waitMs, say, made: { isImported: false, runId: undefined } };
  say(await consoleLine(deployed, preparer.api.token));
  await attempted('story', say, async () => tellStory(parts, preparer.api));
  await attempted('bulk calls', say, async () =>
    say(judgeBulkCalls(await measureBulkCalls(deployed, mark), await learntBulkCalls(deployed))),
  );
  await cleanUp(parts);
};

/**
 * After a deployment: a real run through the whole product to SES's mailbox simulator, and one page of what came of it.
 * Usage: npm run smoke -- -c stage=NAME [--wait SECONDS]; exit code 1 when something is not as it should be, 2 for wrong words
 */
await command(async () => {
  const { name, waitMs } = wordsOf(process.argv.slice(2));
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
