import { describe, expect, test } from '@jest/globals';
import { resourcesOf, synthesise } from './synthesis.ts';

const { app: stack } = synthesise('example');

type State = {
  Type: string;
  Resource?: string;
  Retry?: unknown[];
  TimeoutSeconds?: number;
  ItemProcessor?: { States: Record<string, State> };
  MaxConcurrency?: number;
  ResultPath?: string;
  Catch?: { ErrorEquals: string[]; Next: string; ResultPath?: string }[];
  Parameters?: Record<string, string>;
  Next?: string;
};

const text = (value: unknown): string => {
  if (typeof value === 'string') return value;
  const [separator, parts] = (value as { 'Fn::Join': [string, unknown[]] })['Fn::Join'];
  return parts.map((part) => (typeof part === 'string' ? part : 'x')).join(separator);
};

const [, machine] =
  resourcesOf(stack, 'AWS::StepFunctions::StateMachine').find(([id]) => id.startsWith('RunMachine')) ?? [];
const { States } = JSON.parse(text(machine?.['DefinitionString'])) as { States: Record<string, State> };
const sending = States['Send']?.ItemProcessor?.States ?? {};
const tasks = [...Object.entries(States), ...Object.entries(sending)].filter(([, { Type }]) => Type === 'Task');

describe('the workflow of a run', () => {
  test('the send task is never retried by the machine', () => {
    expect(sending['Send a chunk']).toMatchObject({ Type: 'Task' });
    expect(sending['Send a chunk']?.Retry).toBeUndefined();
  });

  test('every other step, a gate too, is tried again when its Lambda failed, and a wait that ended is not', () => {
    const others = tasks.filter(([name]) => name !== 'Send a chunk');
    expect(others.length).toBeGreaterThan(6);
    for (const [name, { Retry }] of others)
      expect([name, Retry]).toEqual([name, [expect.objectContaining({ ErrorEquals: ['States.TaskFailed'] })]]);
  });

  test('a preparation that fails however often it is tried ends the run, by the name of its error', () => {
    expect(States['Prepare']?.Retry).toHaveLength(1);
    expect(States['Prepare']?.Catch).toEqual([
      { ErrorEquals: ['States.ALL'], Next: 'Note the failed preparation', ResultPath: '$.failure' },
    ]);
    expect(States['Note the failed preparation']).toMatchObject({
      Type: 'Task',
      Parameters: { 'runId.$': '$.runId', 'failure.$': '$.failure.Error' },
      ResultPath: null,
      Next: 'Where is the run?',
    });
    expect(States['Note the failed preparation']?.Resource).toEqual(States['Prepare']?.Resource);
  });

  test('every task has a timeout, the gates a literal one of a month', () => {
    expect(tasks.filter(([, { TimeoutSeconds }]) => !TimeoutSeconds).map(([name]) => name)).toEqual([]);
    const gates = tasks.filter(([, { Resource }]) => Resource?.includes('waitForTaskToken'));
    expect(gates.map(([name]) => name).toSorted()).toEqual(['Await confirmation', 'Await resume']);
    for (const [, { TimeoutSeconds }] of gates) expect(TimeoutSeconds).toBe(31 * 24 * 3600);
  });

  test('after the wait for the send time the run is asked again: the wait may have ended late', () => {
    expect(States['Wait until the send time']).toMatchObject({ Type: 'Wait', Next: 'Where is the run?' });
  });

  test('the execution log keeps no data, because tokens would be in it', () => {
    expect(machine?.['LoggingConfiguration']).toMatchObject({ IncludeExecutionData: false, Level: 'ALL' });
    expect(machine?.['TracingConfiguration']).toEqual({ Enabled: true });
  });

  test('the Map fans out over chunks with as many workers as the last look counted', () => {
    expect(States['Send']).toMatchObject({ Type: 'Map', MaxConcurrencyPath: '$.verified.workers' });
    expect(States['Send']?.MaxConcurrency).toBeUndefined();
    expect(States['Verify']).toMatchObject({ ResultPath: '$.verified' });
  });
});
