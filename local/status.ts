import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { progressOf, rateNow, withReading, type Progress, type Reading } from '../domain/kpi/progress.ts';
import { runStates } from '../domain/model/run.ts';
import { hasEnded } from '../domain/model/run-end.ts';
import { Refusal } from '../client/freigabe.ts';
import { Api } from './demo/api.ts';
import { runningOutputs } from './environment.ts';
import { command, Failure } from './failure.ts';
import { settings } from './settings.ts';

const usage = 'Say which run: npm run status -- RUN [--watch] [--json]';

/** Of the account at FREIGABE_API with the access token in FREIGABE_TOKEN, or of the local AWS as its demo preparer. */
const signedIn = async (): Promise<Api> => {
  const { FREIGABE_API: url, FREIGABE_TOKEN: token } = process.env;
  if (url !== undefined && token !== undefined) return new Api(url, token);
  if (url !== undefined) throw new Failure('FREIGABE_API is set: put your access token into FREIGABE_TOKEN.');
  const here = settings();
  return Api.as('preparer@freigabe.example', here, await runningOutputs(here));
};

const number = (value: number): string => value.toLocaleString('en');

const lineOf = (progress: Progress): string => {
  const { state, done, toDeliver, perSecond, inFlight, throttled, failed, unknown, secondsLeft, endsAt } = progress;
  const percent = toDeliver === 0 ? '–' : `${((done / toDeliver) * 100).toFixed(1)} %`;
  const counts = `${number(done)} of ${number(toDeliver)} (${percent})`;
  const now = `in flight ${number(inFlight)} · throttled ${number(throttled)} · failed ${number(failed)} · unknown ${number(unknown)}`;
  const end =
    endsAt === null ? '' : ` · ${perSecond}/s · ${secondsLeft} s left, ends about ${endsAt.slice(11, 19)} UTC`;
  return `${state} · ${counts} · ${now}${end}`;
};

const look = async (api: Api, runId: string, readings: readonly Reading[]) => {
  const { figures, underway, perSecond } = await api.call('getKpis', { params: { id: runId } });
  const { done } = progressOf(figures, underway, perSecond);
  const known = withReading(readings, { at: Date.parse(figures.asOf), done });
  return { progress: progressOf(figures, underway, rateNow(known) ?? perSecond), readings: known };
};

const EVERY_MS = 1000;

const hasEndedNow = ({ state }: Progress): boolean => {
  const known = runStates.find((name) => name === state);
  return known === undefined || hasEnded({ state: known });
};

/** One line, or with --watch one a second until the run has ended; with --json an object instead. */
const show = async (api: Api, runId: string, how: { watch: boolean; json: boolean }): Promise<void> => {
  let readings: readonly Reading[] = [];
  for (;;) {
    const seen = await look(api, runId, readings);
    ({ readings } = seen);
    process.stdout.write(`${how.json ? JSON.stringify(seen.progress) : lineOf(seen.progress)}\n`);
    if (!how.watch || hasEndedNow(seen.progress)) return;
    await pause(EVERY_MS);
  }
};

const asked = () => {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { watch: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
    });
  } catch {
    throw new Failure(usage);
  }
};

await command(async () => {
  const { values, positionals } = asked();
  const [runId] = positionals;
  if (runId === undefined) throw new Failure(usage);
  try {
    await show(await signedIn(), runId, values);
  } catch (error) {
    if (error instanceof Refusal) throw new Failure(error.message);
    throw error;
  }
});
