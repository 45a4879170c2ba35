import * as z from 'zod';
import { RunView } from '../../domain/model/run-view.ts';
import { hasEnded } from '../../domain/model/run-end.ts';
import { EraseReport } from '../../domain/track/api.ts';
import { Refusal } from '../../client/freigabe.ts';
import type { Api } from '../../local/demo/api.ts';
import { failed, ok, type Line } from './line.ts';
import { attempted } from './attempted.ts';
import { mayErase, nobodyErases } from './judge-people.ts';
import { peopleOf } from './people.ts';
import type { SimulatorRecipient } from './scenarios.ts';
import type { Parts } from './story.ts';

/** Whoever may: an unconfirmed run its preparer, any other one who confirms. Undefined: it has ended already. */
const stopped = async (apis: readonly Api[], runId: string): Promise<Line | undefined> => {
  const [first] = apis;
  if (!first || hasEnded(await first.get(`/runs/${runId}`, RunView))) return undefined;
  for (const api of apis) {
    const isDone = await api.post(`/runs/${runId}/stop`, {}, z.unknown()).then(
      () => true,
      () => false,
    );
    if (isDone) return ok('stopped', 'the run, which had not come to its end');
  }
  return failed('stopped', 'the run could not be stopped', 'Stop it on its page in the console.');
};

/** Undefined: an import that was refused or broke off has left no such profile. */
const erasedOne = async (admin: Api, id: string): Promise<EraseReport | undefined> => {
  try {
    return await admin.post(`/profiles/${id}/erase`, {}, EraseReport);
  } catch (error) {
    if (error instanceof Refusal && error.status === 404) return undefined;
    throw error;
  }
};

/** Erases whom the smoke run imported: their addresses, attributes, lists and the status of their addresses. */
const erased = async (admin: Api | undefined, recipients: readonly SimulatorRecipient[]): Promise<Line[]> => {
  if (!admin) return [nobodyErases(recipients.length)];
  let until = '';
  let known = 0;
  for (const { id } of recipients) {
    const report = await erasedOne(admin, id);
    if (!report) continue;
    known += 1;
    until = report.frozenUntil;
  }
  if (known === 0) return [ok('clean up', 'there is nobody to erase')];
  return [
    ok('clean up', `${known} profiles erased`),
    ok('stays', `the campaign, the run with its figures, bare ids; frozen addresses until ${until.slice(0, 10)}`),
  ];
};

/** Stops what goes on, and erases whom the smoke run imported, whatever came before. */
export const cleanUp = async ({ made, people, recipients, say }: Parts): Promise<void> => {
  const { preparer, approvers, admin } = people;
  const { runId, isImported } = made;
  const apis = [preparer, ...approvers].flatMap((known) => known?.api ?? []);
  await attempted('stopped', say, async () => {
    const line = runId === undefined ? undefined : await stopped(apis, runId);
    if (line) say(line);
  });
  await attempted('clean up', say, async () => {
    const eraser = mayErase(peopleOf(people)) ? admin?.api : undefined;
    if (isImported) for (const line of await erased(eraser, recipients)) say(line);
  });
};
