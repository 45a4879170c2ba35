import { found } from '../../domain/http/find.ts';
import { tryAgain } from '../../domain/http/try-again.ts';
import { personOf } from '../../domain/people/people.ts';
import type { Audit } from '../../domain/ports/audit.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Machine } from '../../domain/ports/machine.ts';
import type { Runs } from '../../domain/ports/runs.ts';
import type { UnknownMessages } from '../../domain/ports/unknown-messages.ts';
import { answeredBy, decideResend, placeOf, resendOf } from '../../domain/prepare/resend.ts';
import type { prepareRoutes } from '../../domain/prepare/routes.ts';
import type { HttpHandler, HttpRequest } from '../../domain/http/route.ts';
import type { Run } from '../../domain/model/run.ts';
import { showRun } from '../../domain/model/show-run.ts';
import { transition } from '../../domain/model/transition.ts';

export type ResendPorts = {
  runs: Runs;
  unknown: UnknownMessages;
  machine: Machine;
  audit: Audit;
  clock: Clock;
  derivedId: (at: string, seed: string) => string;
};

type Asked = HttpRequest<typeof prepareRoutes.resendRun>;

const resentAs = (run: Run): string | undefined => ('resentAs' in run ? run.resentAs : undefined);

/** The run itself, made by this call or by one that came before it. */
const runOf = async (ports: ResendPorts, original: Run, { body, actor }: Asked): Promise<Run> => {
  const now = new Date(ports.clock()).toISOString();
  const { messages } = body;
  const lastId = resentAs(original);
  const last = lastId === undefined ? undefined : await ports.runs.get(lastId);
  const unknown = await ports.unknown.ofRun(original.id);
  const decided = decideResend({ original, unknown, last, messages, now });
  if ('run' in decided) return decided.run;
  const id = ports.derivedId(placeOf(decided.original, decided.round), `${original.id}/${decided.round}`);
  const run = resendOf(decided.original, { id, messages, round: decided.round, requestedBy: personOf(actor), now });
  if (await ports.runs.create(run)) return run;
  // Somebody else asked at the same time, or an earlier call ended here.
  const known = found(await ports.runs.get(id), 'run');
  return answeredBy(known, messages) ?? known;
};

/** Writes the link to the new run into the original, as that is by now. */
const link = async (ports: ResendPorts, run: Run, { params, actor, origin }: Asked): Promise<void> => {
  const isNew = await tryAgain(async () => {
    const original = found(await ports.runs.get(params.id), 'run');
    if (resentAs(original) === run.id) return false;
    await ports.runs.replace(transition(original, { type: 'resent', runId: run.id }));
    return true;
  });
  if (!isNew) return;
  const facts = { resentAs: run.id, messages: run.resendOf?.messages ?? 0 };
  const at = new Date(ports.clock()).toISOString();
  await ports.audit.append({ at, runId: params.id, what: 'resendAsked', by: personOf(actor), origin, facts });
};

/**
 * POST /runs/{id}/resend. Each step may be repeated: the id follows from the original, so a call that was lost or
 * sent twice answers the same run. Nothing is sent before that run is confirmed.
 */
export const resendRun =
  (ports: ResendPorts): HttpHandler<typeof prepareRoutes.resendRun> =>
  async (asked) => {
    const original = found(await ports.runs.get(asked.params.id), 'run');
    const run = await runOf(ports, original, asked);
    await link(ports, run, asked);
    await ports.machine.start(run.id, run.id);
    return showRun(run, asked.actor);
  };
