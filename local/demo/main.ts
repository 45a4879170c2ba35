import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Figures } from '../../domain/model/figures.ts';
import type { ImportReport } from '../../domain/audience/api.ts';
import type { MessageLine } from '../../domain/track/api.ts';
import { outputsOf } from '../deploy.ts';
import { command, Failure } from '../failure.ts';
import { startInstance } from '../instance.ts';
import { interruptible, interruption, untilAborted } from '../interruption.ts';
import { endPatiently } from '../patience.ts';
import { root, settings } from '../settings.ts';
import { printedStep } from '../steps.ts';
import { demoProfiles, toCsv } from './audience.ts';
import { foretell, type Foretold } from './foretell.ts';
import type { InboxMail } from './inbox.ts';
import { differing, ownLetter } from './own-file.ts';
import { tile, waterfall } from './report.ts';
import { demoSeed } from './seed.ts';
import { Story, type Prepared } from './story.ts';

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

/** Rows of one file: an import answers within 29 seconds, on a busy laptop too. */
const ROWS = 20_000;

type File = string | Uint8Array<ArrayBuffer>;

/** `own`: a file of whoever runs it, whose columns nobody knows before it is imported. */
type Audience = { files: File[] } | { own: Uint8Array<ArrayBuffer> };

/** The files of the audience: 1,000 profiles from demo/profiles.csv, as many as are wanted of the same kind, or a file of one's own. */
const audienceOf = (args: string[]): Audience => {
  const options = { profiles: { type: 'string' }, csv: { type: 'string' } } as const;
  const { csv, profiles } = parseArgs({ args, options }).values;
  if (csv !== undefined && profiles !== undefined) throw new Failure('Give --csv or --profiles, not both.');
  const count = Number(profiles ?? 1000);
  if (!Number.isInteger(count) || count < 1 || count > 50_000)
    throw new Failure('--profiles takes a whole number from 1 to 50000.');
  if (csv === undefined && count !== 1000) {
    const people = demoProfiles(count);
    const size = Math.ceil(count / ROWS);
    return { files: Array.from({ length: size }, (_, index) => toCsv(people.slice(index * ROWS, (index + 1) * ROWS))) };
  }
  try {
    const bytes = new Uint8Array(readFileSync(csv ?? path.join(root, 'demo/profiles.csv')));
    return csv === undefined ? { files: [bytes] } : { own: bytes };
  } catch {
    throw new Failure(`${csv ?? 'demo/profiles.csv'} cannot be read: give the path of a CSV file.`);
  }
};

const check = (what: string, wanted: number | string | boolean, found: number | string | boolean): boolean => {
  say(`  ${wanted === found ? '✓' : '✗'} ${what}${wanted === found ? `: ${found}` : `: ${found}, but it should be ${wanted}`}`);
  return wanted === found;
};

type Told = { run: Prepared; lines: MessageLine[]; received: InboxMail[]; figures: Figures; excluded: number };

const judge = ({ run, lines, received, figures, excluded }: Told, expected: Foretold): boolean => {
  const distinct = new Set(received.map(({ to }) => to.toLowerCase()));
  const intended = lines.filter(({ address }) => distinct.has(address.toLowerCase()));
  const causes = run.counts.excluded.reduce((sum, { count }) => sum + count, 0);
  return [
    check('targeted = excluded + to deliver', run.counts.targeted, causes + run.counts.toDeliver),
    check('exclusion log lists everybody who was excluded', causes, excluded),
    check('the books balance', true, figures.books.balanced),
    check('mails in the inbox', run.counts.toDeliver, received.length),
    check('different recipients in the inbox', run.counts.toDeliver, distinct.size),
    check('intended recipients in the inbox', run.counts.toDeliver, intended.length),
    check('delivered as foretold', expected.delivered, figures.delivered.count),
    check('bounced as foretold', expected.failed, figures.failed.count),
    check('opened as foretold', expected.opened, figures.opened.count),
    check('clicked as foretold', expected.clicked, figures.clicked.count),
  ].every(Boolean);
};

const isAsForetold = (expected: Foretold, { delivered, failed, opened, clicked }: Figures): boolean =>
  delivered.count === expected.delivered &&
  failed.count === expected.failed &&
  opened.count === expected.opened &&
  clicked.count === expected.clicked;

const tellHistory = async (story: Story, line: MessageLine): Promise<void> => {
  say(`  History of ${line.profileId}`);
  for (const { subject, state, deliveredAt, openedAt, clickedAt } of await story.history(line.profileId))
    say(`    "${subject}" ${state}: delivered ${deliveredAt ?? '–'}, opened ${openedAt ?? '–'}, clicked ${clickedAt ?? '–'}`);
};

const imported = async (story: Story, list: string, file: File): Promise<ImportReport> => {
  const report = await printedStep('Import profiles', async () => story.importProfiles(list, file));
  say(`    ${report.accepted} of ${report.rows} rows accepted, ${report.rejected} rejected`);
  return report;
};

/** `isAsInFile`: whether what arrived says, letter by letter, what the file says. */
type Begun = { run: Prepared; isAsInFile: (received: readonly InboxMail[]) => boolean };

const prepared = async (story: Story, audience: Audience, list: string): Promise<Begun> => {
  const prepare = async (campaign?: ReturnType<typeof ownLetter>): Promise<Prepared> => {
    const run = await printedStep('Prepare, freeze, mail the approvers', async () => story.prepare(list, campaign));
    say(waterfall(run.counts));
    return run;
  };
  if ('files' in audience) {
    for (const file of audience.files) await imported(story, list, file);
    return { run: await prepare(), isAsInFile: () => true };
  }
  const { own } = audience;
  const report = await imported(story, list, own);
  const isAsInFile = (received: readonly InboxMail[]): boolean =>
    report.encoding === null || check('mails that differ from the file', 0, differing(own, report, received));
  return { run: await prepare(ownLetter(report)), isAsInFile };
};

/** From the import to the figures. @returns whether everything is as it must be */
const tell = async (story: Story, audience: Audience): Promise<boolean> => {
  const since = new Date().toISOString();
  const clock = performance.now();
  await story.inbox.behave('demo', demoSeed);
  const { run, isAsInFile } = await prepared(story, audience, `demo-${since.replaceAll(/\D/g, '').slice(0, 14)}`);
  await printedStep('Follow the mailed link, sign in, confirm', async () => story.confirmByMail(since));
  await printedStep('Send', async () => story.watchSending(run.id));
  const lines = await story.messages(run.id);
  const addresses = lines.map(({ address }) => address);
  const expected = foretell(demoSeed, addresses);
  const figures = await printedStep('Deliveries, bounces, opens, clicks', async () =>
    story.measure(run.id, (now) => isAsForetold(expected, now)),
  );
  const seconds = (performance.now() - clock) / 1000;
  say(`\n${tile(figures)}\n`);
  const example = lines.find(({ state }) => state === 'delivered') ?? lines[0];
  if (example) await tellHistory(story, example);
  say('');
  const received = await story.inbox.find({ tag: `run:${run.id}`, since });
  const excluded = (await story.exclusions(run.id)).length;
  const isGood = [judge({ run, lines, received, figures, excluded }, expected), isAsInFile(received)].every(Boolean);
  say(`\n  ${seconds.toFixed(1)} s from the import to these figures.`);
  return isGood;
};

await command(async () => {
  const here = settings();
  const people = audienceOf(process.argv.slice(2));
  const running = await outputsOf(here);
  const signal = interruption();
  const step = interruptible(printedStep, signal);
  const instance = running ? undefined : await startInstance(here, step, { perSecond: 200 });
  const outputs = running ?? instance?.outputs;
  if (!outputs) throw new Error('no local AWS');
  try {
    const told = tell(await Story.begin(here, outputs), people);
    if ((await Promise.race([told, untilAborted(signal)])) !== true) process.exitCode = 1;
  } finally {
    if (instance) await endPatiently(instance.stop);
  }
});
process.exit();
