import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as z from 'zod';
import { accessToken } from '../../local/accounts.ts';
import { installPython } from '../../local/emulator.ts';
import { apiUrl, runningOutputs } from '../../local/environment.ts';
import { command, Failure } from '../../local/failure.ts';
import { findPython } from '../../local/preflight.ts';
import { run } from '../../local/processes.ts';
import { root, settings } from '../../local/settings.ts';

/**
 * Sends what docs/openapi.json allows, and what it does not, to every route of the running local AWS, as
 * somebody who may prepare and as somebody who may confirm. Schemathesis makes the cases; an answer 5xx or a
 * stack trace in any answer is a fault. Usage: npm run fuzz (-- CASES, per route and phase; 15)
 */
const actors = ['preparer@freigabe.example', 'approver@freigabe.example'];

const Interaction = z.object({
  request: z.object({ method: z.string(), uri: z.string() }),
  response: z.object({ status_code: z.int(), content: z.object({ $base64: z.string() }).nullish() }).nullish(),
});
type Interaction = z.infer<typeof Interaction>;
const Line = z.object({
  ScenarioFinished: z
    .object({ recorder: z.object({ interactions: z.record(z.string(), Interaction).optional() }) })
    .optional(),
});

const interactionsIn = (folder: string): Interaction[] => {
  const report = readdirSync(folder).find((name) => name.endsWith('.ndjson'));
  if (report === undefined) throw new Error('Schemathesis left no report');
  const lines = readFileSync(path.join(folder, report), 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  return lines.flatMap((line) =>
    Object.values(Line.parse(JSON.parse(line)).ScenarioFinished?.recorder.interactions ?? {}),
  );
};

/** A frame of a JavaScript or Python stack, as a person would see it. */
const stackTrace = /\n\s+at .+:\d+:\d+|Traceback \(most recent call last\)|node_modules\//;

/** The kinds of fault, each with a count of its own. */
const kinds = ['answers 5xx', 'stack traces', 'no answer'] as const;
type Fault = { kind: (typeof kinds)[number]; what: string };

/** An answer 5xx that shows a stack trace as well is two faults. */
const faultsOf = ({ request, response }: Interaction): Fault[] => {
  const route = `${request.method} ${request.uri}`;
  if (!response) return [{ kind: 'no answer', what: route }];
  const text = Buffer.from(response.content?.$base64 ?? '', 'base64').toString('utf8');
  return [
    ...(response.status_code >= 500
      ? [{ kind: 'answers 5xx' as const, what: `${response.status_code}: ${route}` }]
      : []),
    ...(stackTrace.test(text) ? [{ kind: 'stack traces' as const, what: route }] : []),
  ];
};

const fuzz = async (url: string, token: string, cases: string): Promise<Interaction[]> => {
  const reports = mkdtempSync(path.join(tmpdir(), 'freigabe-fuzz-'));
  const options = [
    '--phases',
    'coverage,fuzzing',
    '--checks',
    'not_a_server_error',
    '--continue-on-failure',
    '--no-shrink',
  ];
  const report = ['--report', 'ndjson', '--report-dir', reports, '--max-examples', cases];
  const api = ['--url', url, '--header', `Authorization: Bearer ${token}`];
  const program = path.join(root, '.local/fuzz/bin/schemathesis');
  // It ends with 1 when it found something; the report says what.
  await run(program, ['run', path.join(root, 'docs/openapi.json'), ...api, ...options, ...report]).catch(() => '');
  return interactionsIn(reports);
};

await command(async () => {
  const [cases = '15'] = process.argv.slice(2);
  if (!/^[1-9]\d{0,4}$/.test(cases)) throw new Failure('Say how many cases per route: npm run fuzz -- 15');
  const here = settings();
  const outputs = await runningOutputs(here);
  await installPython(findPython, path.join(root, '.local/fuzz'), path.join(root, 'test/fuzz/requirements.txt'));
  const done: Interaction[] = [];
  for (const email of actors)
    done.push(...(await fuzz(apiUrl(here, outputs), await accessToken(here, outputs, email), cases)));
  const faults = done.flatMap(faultsOf);
  const counts = kinds.map((kind) => `${kind} ${faults.filter((fault) => fault.kind === kind).length}`);
  process.stdout.write(`cases ${done.length}, ${counts.join(', ')}\n`);
  for (const line of new Set(faults.map(({ kind, what }) => `  ${kind}: ${what}\n`))) process.stdout.write(line);
  if (faults.length > 0) process.exitCode = 1;
});
