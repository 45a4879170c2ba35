import { continued } from '../../domain/kpi/recount.ts';
import type { Recounter } from '../../domain/kpi/ports/recounter.ts';
import type { Recount, RecountIn } from '../../domain/model/recount.ts';
import type { CountPorts } from './count-slice.ts';

export type ContinueRecountPorts = Pick<CountPorts, 'recounts' | 'clock'> & { recounter: Recounter };

/** Starts the next invocation of a recount, up to a maximum. @returns undefined when another one was started already */
export const continueRecount = async (
  ports: ContinueRecountPorts,
  recount: RecountIn<'counting'>,
): Promise<Recount['state'] | undefined> => {
  const next = continued(recount, new Date(ports.clock()).toISOString());
  if (!(await ports.recounts.replace(next))) return undefined;
  if (next.state === 'counting') await ports.recounter.goOn(next.runId);
  return next.state;
};
