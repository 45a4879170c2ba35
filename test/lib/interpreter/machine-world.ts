import type { Interpreter, Lambda, Step } from './interpreter.ts';
import { Deployed } from '../permissions/stacks.ts';
import { stageNamed, synthesise } from '../synthesis.ts';

/** The machine as AWS gets it, on an interpreter that others wrote, with Lambdas that the tests play. */
const { app, data } = synthesise('example');
const deployed = new Deployed([data, app], stageNamed('example'));
const [, machine] = deployed.all('AWS::StepFunctions::StateMachine').find(([id]) => id.startsWith('RunMachine'))!;
export const CHUNKS = 6;
const key = 'runs/r/p/chunks.json';
/** As much more than a Map may result in here as a hundred thousand chunks are more than on AWS. */
export const MANY = 101;
export const keyOfMany = 'runs/many/p/chunks.json';
const LIMIT = 300;
const numbers = (count: number): string => JSON.stringify([...Array(count).keys()]);
/** Chunks by wave, as they come from freezing: in no order of their numbers. */
export const waves = [[1], [0, 3], [2, 4]];
export const keyOfWave = (wave: number): string => `runs/r/p/chunks-0${wave}.json`;
const waveLists = waves.map((list, wave) => [keyOfWave(wave), JSON.stringify(list)] as const);
const definition = String(machine['DefinitionString']);
const [, bucket = ''] = /"Bucket":"(\w+)"/.exec(definition) ?? [];
export const playable = (gates: number) => ({
  // moto takes small letters only in the name of a bucket, as S3 does; here it is a logical id.
  definition: definition.replaceAll(`"Bucket":"${bucket}"`, '"Bucket":"content"'),
  bucket: 'content',
  lists: { [key]: numbers(CHUNKS), [keyOfMany]: numbers(MANY), ...Object.fromEntries(waveLists) },
  gates,
  limit: LIMIT,
  unwritable: 'unwritable',
});

const positions: Record<string, string> = {
  Preparing: 'prepare',
  AwaitingConfirmation: 'confirm',
  Scheduled: 'wait',
  Sending: 'send',
  Paused: 'resume',
};

/** Lambdas that lead a run to its end, each of which a test may replace. */
export const world = (on: Interpreter, change: Partial<Record<Step, Lambda>> = {}, first = 'Preparing') => {
  const run = { state: first };
  const lambdas: Partial<Record<Step, Lambda>> = {
    LocateRun: ({ runId }) => ({
      runId,
      state: run.state,
      position: positions[run.state] ?? 'ended',
      startAt: '2026-01-01T00:00:00.000Z',
      chunkListKey: key,
    }),
    PrepareRun: ({ failure }) => {
      run.state = failure === undefined ? 'AwaitingConfirmation' : 'PreparationFailed';
      return { outcome: 'done' };
    },
    OpenGate: ({ taskToken }) => {
      run.state = 'Scheduled';
      setTimeout(() => on.succeed(taskToken), 20);
      return {};
    },
    ExpireRun: () => {
      run.state = 'Expired';
      return {};
    },
    VerifyManifest: () => ({ outcome: 'send', workers: 3 }),
    SendChunk: ({ runId, chunk }) => ({ runId, chunk, outcome: 'done' }),
    SettleRun: () => {
      run.state = 'Finished';
      return { outcome: 'settled' };
    },
    AwaitResume: ({ taskToken }) => {
      run.state = 'Sending';
      setTimeout(() => on.succeed(taskToken), 20);
      return {};
    },
    ...change,
  };
  const locate = lambdas.LocateRun!;
  // The wait for the send time is over when it is asked again.
  const after: Lambda = async (payload, time) => {
    const answer = await locate(payload, time);
    if (run.state === 'Scheduled') run.state = 'Sending';
    return answer;
  };
  return { run, lambdas: { ...lambdas, LocateRun: after } };
};
