import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { outputsOf, type Outputs } from '../deploy.ts';
import { command, Failure } from '../failure.ts';
import { startInstance } from '../instance.ts';
import { root, settings, type Settings } from '../settings.ts';
import { printedStep } from '../steps.ts';
import { demoProfiles, toCsv } from './audience.ts';
import { foretell } from './foretell.ts';
import { tile, waterfall } from './report.ts';
import { demoSeed } from './seed.ts';
import { Story } from './story.ts';

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

/** The audience: 1,000 profiles from demo/profiles.csv, as many as are wanted of the same kind, or a file of one's own. */
const audience = (args: string[]): string => {
  const options = { profiles: { type: 'string' }, csv: { type: 'string' } } as const;
  const { csv, profiles } = parseArgs({ args, options }).values;
  if (csv !== undefined && profiles !== undefined) throw new Failure('Give --csv or --profiles, not both.');
  const count = Number(profiles ?? 1000);
  if (!Number.isInteger(count) || count < 1 || count > 50_000)
    throw new Failure('--profiles takes a whole number from 1 to 50000.');
  if (csv === undefined && count !== 1000) return toCsv(demoProfiles(count));
  try {
    return readFileSync(csv ?? path.join(root, 'demo/profiles.csv'), 'utf8');
  } catch {
    throw new Failure(`${csv ?? 'demo/profiles.csv'} cannot be read: give the path of a CSV file.`);
  }
};

const check = (what: string, wanted: number | string | boolean, found: number | string | boolean): boolean => {
  say(`  ${wanted === found ? '✓' : '✗'} ${what}${wanted === found ? `: ${found}` : `: ${found}, but it should be ${wanted}`}`);
  return wanted === found;
};

const tell = async (here: Settings, outputs: Outputs, csv: string): Promise<boolean> => {
  const since = new Date().toISOString();
  const clock = performance.now();
  const story = await Story.begin(here, outputs);
  await story.inbox.behave('demo', demoSeed);
  const list = `demo-${since.replaceAll(/\D/g, '').slice(0, 14)}`;
  const report = await printedStep('Import profiles', async () => story.importProfiles(list, csv));
  say(`    ${report.accepted} of ${report.rows} rows accepted, ${report.rejected} rejected`);
  const run = await printedStep('Prepare, freeze, mail the approvers', async () => story.prepare(list));
  say(waterfall(run.counts));
  await printedStep('Follow the mailed link, sign in, confirm', async () => story.confirmByMail(since));
  await printedStep('Send', async () => story.watchSending(run.id));
  const lines = await story.messages(run.id);
  const expected = foretell(demoSeed, lines.map(({ address }) => address));
  const figures = await printedStep('Deliveries, bounces, opens, clicks', async () =>
    story.measure(run.id, ({ delivered, failed, opened, clicked }) =>
      [delivered.count, failed.count, opened.count, clicked.count].join() ===
      [expected.delivered, expected.failed, expected.opened, expected.clicked].join(),
    ),
  );
  say(`\n${tile(figures)}\n`);
  const example = lines.find(({ state }) => state === 'delivered') ?? lines[0];
  for (const line of example ? await story.history(example.profileId) : [])
    say(`  History of ${example?.profileId}: "${line.subject}" ${line.state}, delivered ${line.deliveredAt ?? '–'}, opened ${line.openedAt ?? '–'}, clicked ${line.clickedAt ?? '–'}`);

  const received = await story.inbox.find({ tag: `run:${run.id}`, since });
  const distinct = new Set(received.map(({ to }) => to.toLowerCase()));
  const intended = new Set(lines.map(({ address }) => address.toLowerCase()));
  const causes = run.counts.excluded.reduce((sum, { count }) => sum + count, 0);
  say('');
  const verdicts = [
    check('targeted = excluded + to deliver', run.counts.targeted, causes + run.counts.toDeliver),
    check('exclusion log lists everybody who was excluded', causes, (await story.exclusions(run.id)).length),
    check('the books balance', true, figures.books.balanced),
    check('mails in the inbox', run.counts.toDeliver, received.length),
    check('recipients in the inbox', intended.size, [...distinct].filter((address) => intended.has(address)).length),
    check('delivered as foretold', expected.delivered, figures.delivered.count),
    check('bounced as foretold', expected.failed, figures.failed.count),
    check('opened as foretold', expected.opened, figures.opened.count),
    check('clicked as foretold', expected.clicked, figures.clicked.count),
  ];
  say(`\n  ${((performance.now() - clock) / 1000).toFixed(1)} s from the import to these figures.`);
  return verdicts.every(Boolean);
};

await command(async () => {
  const here = settings();
  const csv = audience(process.argv.slice(2));
  const running = await outputsOf(here);
  const instance = running ? undefined : await startInstance(here, printedStep, 200);
  const outputs = running ?? instance?.outputs;
  if (!outputs) throw new Error('no local AWS');
  try {
    if (!(await tell(here, outputs, csv))) process.exitCode = 1;
  } finally {
    await instance?.stop();
  }
});
process.exit();
