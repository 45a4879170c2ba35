import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { root } from '../../local/settings.ts';
import * as freigabe from './freigabe-acts.ts';
import * as acts from './listmonk-acts.ts';
import { installListmonk, SUBSCRIBERS } from './listmonk-install.ts';
import { Listmonk } from './listmonk.ts';
import { listmonkMail } from './mail.ts';
import { startPostgres } from './postgres.ts';
import { SmtpSink } from './sink.ts';

const POSTGRES_PORT = 54_329;
const SMTP_PORT = 2525;
const ROUNDS = 3;
const KILLS = 3;
const AIM = 300;

const median = (figures: readonly number[]): number =>
  figures.toSorted((one, other) => one - other)[Math.floor(figures.length / 2)] ?? Number.NaN;

const range = (figures: readonly number[]): string =>
  [Math.min(...figures), median(figures), Math.max(...figures)].map((figure) => figure.toFixed(0)).join(' / ');

const row = (what: string, listmonk: string, ours: string): void => {
  process.stdout.write(`${what.padEnd(46)} ${listmonk.padEnd(28)} ${ours}\n`);
};

/** The two take turns, so that what else the machine does meets both. */
const compareThroughput = async (stage: acts.Stage): Promise<void> => {
  const theirs: acts.Throughput[] = [];
  const ours: { perCpuSecond: number; memoryMb: number }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    theirs.push(await acts.throughput(stage));
    ours.push(await freigabe.throughput(SUBSCRIBERS));
  }
  const alone = theirs.map((one) => one.perCpuSecond);
  const withPostgres = theirs.map((one) => one.perCpuSecondWithPostgres);
  const own = ours.map((one) => one.perCpuSecond);
  row('messages per CPU-second', range(alone), range(own));
  row('  with PostgreSQL', range(withPostgres), '–');
  row('  record for each recipient', 'none', 'claim and SES message id');
  row('peak memory, MB', range(theirs.map((one) => one.memoryMb)), range(ours.map((one) => one.memoryMb)));
  row('ratio of the medians', '1', (median(own) / median(alone)).toFixed(1));
};

const compareFaults = async (stage: acts.Stage): Promise<void> => {
  const killed: acts.AfterKill[] = [];
  for (let round = 0; round < KILLS; round += 1) killed.push(await acts.kill(stage, 15_000 + round * 5000));
  const ours = await freigabe.kills(KILLS * 5);
  row('kill -9: lost per kill', range(killed.map(({ lost }) => lost)), `${ours.lost} in ${KILLS * 5} kills`);
  row('kill -9: repeated', String(killed.reduce((sum, { repeated }) => sum + repeated, 0)), String(ours.repeated));
  row('kill -9: unknown, and reported', 'never reported', String(ours.unknown));
  for (const delayMs of [0, 80]) {
    const theirs = await acts.rateKept(stage, { perSecond: AIM, delayMs, seconds: 20 });
    const kept = await freigabe.rateKept(AIM, delayMs);
    row(`aim ${AIM}/s, server takes ${delayMs} ms`, `${theirs.toFixed(0)}/s`, `${kept.toFixed(0)}/s`);
  }
  row('messages after the answer to "pause"', String(await acts.pause(stage)), 'npm run bench -- latency');
  const latencies = await acts.startLatency(stage, 10);
  row('start to first message, ms', range(latencies), 'npm run bench -- latency');
};

/**
 * listmonk beside Freigabe: same mail, same recipients, sinks that cost neither anything. Needs LISTMONK_SRC (a
 * git directory of listmonk), Go and PostgreSQL. @throws Failure that says which is missing
 */
export const benchPeers = async (): Promise<void> => {
  execFileSync(process.execPath, ['--import', 'tsx', 'bin/bundle.ts'], { cwd: root, stdio: 'inherit' });
  const folder = path.join(root, '.local/peers');
  const postgres = await startPostgres(path.join(folder, 'postgres'), POSTGRES_PORT);
  try {
    const installed = await installListmonk(folder, postgres);
    const sink = await SmtpSink.start(SMTP_PORT);
    const stage = { listmonk: new Listmonk(installed, postgres, SMTP_PORT), postgres, sink, mail: listmonkMail };
    row('min / median / max', 'listmonk', 'Freigabe');
    await compareThroughput(stage);
    await compareFaults(stage);
    sink.stop();
  } finally {
    await postgres.stop();
  }
};
