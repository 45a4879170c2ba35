import { parseArgs } from 'node:util';
import { accounts } from './accounts.ts';
import { environmentOf } from './environment.ts';
import type { SesLimits } from './emulator.ts';
import { command, Failure } from './failure.ts';
import { companyFactors } from './federation/company-pages.ts';
import { contoso } from './federation/contoso.ts';
import { signInOf } from './federation/sign-in.ts';
import { startInstance, type Instance } from './instance.ts';
import { interruptible, interruption, untilAborted } from './interruption.ts';
import { endPatiently } from './patience.ts';
import { settings, type Settings } from './settings.ts';
import { seed } from './demo/seed.ts';
import { printedStep } from './steps.ts';

const limitsFrom = (args: string[]): SesLimits => {
  const { values } = parseArgs({
    args,
    options: {
      rate: { type: 'string', default: '200' },
      quota: { type: 'string', default: '50000' },
      'bulk-calls': { type: 'string' },
      sandbox: { type: 'boolean', default: false },
    },
  });
  const [perSecond, per24Hours] = [Number(values.rate), Number(values.quota)];
  const bulkCalls = values['bulk-calls'];
  const bulkCallsPerSecond = bulkCalls === undefined ? undefined : Number(bulkCalls);
  if (!(perSecond >= 1 && perSecond <= 100_000)) throw new Failure('--rate is messages per second, from 1 to 100000.');
  if (!(per24Hours >= 1 && per24Hours <= 1e9))
    throw new Failure('--quota is messages in 24 hours, from 1 to 1000000000.');
  if (bulkCallsPerSecond !== undefined && !(bulkCallsPerSecond >= 0))
    throw new Failure('--bulk-calls is calls of SendBulkEmail per second, from 0.');
  return { perSecond, per24Hours, bulkCallsPerSecond, isInSandbox: values.sandbox };
};

/** Who signs in at the company that this machine plays, where the stage names it. */
const companyPeople = ({ companyUrl }: Settings, { outputs }: Instance): string[] => {
  const company = signInOf(outputs).providers.find(({ issuer }) => issuer === companyUrl);
  const names = contoso.map(({ sub }) => sub).join(', ');
  const { password, code } = companyFactors;
  return company ? [`  ${`${names} by ${company.name}`.padEnd(51)} ${password}, code ${code}`] : [];
};

/** Until somebody interrupts, or a part of it ends by itself: then it says which. */
const untilOver = async ({ broken }: Instance, signal: AbortSignal): Promise<void> => {
  const what = await Promise.race([untilAborted(signal), broken]);
  if (what === undefined) return;
  process.exitCode = 1;
  process.stdout.write(
    `\n${what} has ended by itself; the rest is stopped, too. "npm start" goes on with what is kept.\n`,
  );
};

await command(async () => {
  const here = settings();
  const since = performance.now();
  const limits = limitsFrom(process.argv.slice(2));
  process.stdout.write('Freigabe on a local AWS\n\n');
  const signal = interruption();
  const step = interruptible(printedStep, signal);
  const instance = await startInstance(here, step, limits);
  if (instance.notice !== undefined) process.stdout.write(instance.notice);
  try {
    await step('Seed a campaign that waits for confirmation', async () => seed(here, instance.outputs));
    const { console: consoleUrl, inbox, api } = environmentOf(here, instance.outputs);
    const people = accounts.map(
      ({ email, groups, password }) => `  ${email.padEnd(30)} ${groups.join(', ').padEnd(20)} ${password}`,
    );
    process.stdout.write(
      [
        `\nReady after ${((performance.now() - since) / 1000).toFixed(1)} s. Ctrl-C stops everything.\n`,
        `  Console  ${consoleUrl}`,
        `  Inbox    ${inbox}   an approval mail is waiting: open its link as approver@freigabe.example`,
        `  API      ${api}\n`,
        ...people,
        ...companyPeople(here, instance),
        '\nIn a second terminal, "npm run demo" sends to 1,000 profiles and checks the books.\n',
      ].join('\n'),
    );
    await untilOver(instance, signal);
    process.stdout.write('\nStopping …\n');
  } finally {
    await endPatiently(instance.stop);
  }
});
// The dev server and the SDK keep sockets open.
process.exit();
