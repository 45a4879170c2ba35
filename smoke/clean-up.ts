import * as z from 'zod';
import { RunView } from '../domain/model/run-view.ts';
import { hasEnded } from '../domain/model/run.ts';
import { EraseReport } from '../domain/track/api.ts';
import type { Api } from '../local/demo/api.ts';
import { failed, note, ok, type Line } from './line.ts';
import { nobodyErases } from './judge-people.ts';
import type { Recipient } from './scenarios.ts';

/** Whoever may: an unconfirmed run its preparer, any other one who confirms. Undefined: it has ended already. */
export const stopped = async (apis: readonly Api[], runId: string): Promise<Line | undefined> => {
  const [first] = apis;
  if (!first || hasEnded(await first.get(`/runs/${runId}`, RunView))) return undefined;
  for (const api of apis) {
    const isDone = await api.post(`/runs/${runId}/stop`, {}, z.unknown()).then(
      () => true,
      () => false,
    );
    if (isDone)
      return note('stopped', 'the run of this smoke run is stopped', 'Nothing: it would have gone on by itself.');
  }
  return failed('stopped', 'the run could not be stopped', 'Stop it in the console, or nobody may confirm it.');
};

/** Erases whom the smoke run imported: their addresses, attributes, lists and the status of their addresses. */
export const erased = async (admin: Api | undefined, recipients: readonly Recipient[]): Promise<Line[]> => {
  if (!admin) return [nobodyErases(recipients.length)];
  let until = '';
  for (const { id } of recipients) {
    const report = await admin.post(`/profiles/${id}/erase`, {}, EraseReport);
    until = report.frozenUntil;
  }
  return [
    ok('clean up', `${recipients.length} profiles erased`),
    ok('stays', `the campaign, the run with its figures, bare ids; frozen addresses until ${until.slice(0, 10)}`),
  ];
};
