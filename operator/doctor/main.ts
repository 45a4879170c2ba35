import { parseArgs } from 'node:util';
import { command, Failure } from '../../local/failure.ts';
import { textsFrom } from '../../lambdas/adapters/dns/text-records.ts';
import type { StageSettings } from '../../lib/stage.ts';
import { judge, page, wouldBreak } from './judge.ts';
import { clientsFor, readFacts, type TextRecords } from './read-facts.ts';
import { stageNamed, stageNameIn } from '../stage.ts';

/**
 * Looks at an account before something is deployed to it: what would break, and how to mend it. Reads only.
 * Usage: npm run doctor -- -c stage=NAME; exit code 1 when something would break, 2 for wrong words
 */
const usage = 'Say which stage: npm run doctor -- -c stage=NAME';

const nameOf = (args: string[]): string => {
  try {
    const { values } = parseArgs({ args, options: { context: { type: 'string', short: 'c' } } });
    const name = stageNameIn(values.context);
    if (name !== undefined) return name;
  } catch {
    throw new Failure(usage);
  }
  throw new Failure(usage);
};

/** The local SES answers for the DNS: nobody's real domain is asked from a laptop. */
const textsFor = ({ local }: StageSettings): TextRecords => {
  const texts = textsFrom(local ? `${local.sesEndpoint}/texts` : '');
  return async (name) => {
    const records = await texts(name);
    if (!records) throw new Error('the DNS does not answer');
    return records;
  };
};

await command(async () => {
  const stage = stageNamed(nameOf(process.argv.slice(2)));
  const findings = judge(await readFacts(clientsFor(stage), textsFor(stage), stage));
  process.stdout.write(`${page(stage, findings)}\n`);
  if (wouldBreak(findings)) process.exitCode = 1;
});
