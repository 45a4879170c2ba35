import { handedOver } from '../../domain/kpi/recount.ts';
import type { Recounter } from '../../domain/kpi/ports/recounter.ts';
import type { Recount, RecountIn } from '../../domain/model/recount.ts';
import type { CountPorts } from './count-slice.ts';

export type HandOverPorts = Pick<CountPorts, 'recounts' | 'clock'> & { recounter: Recounter };

/** Lets a call of its own count on, unless that were one too many. @returns undefined when another call counts on already */
export const handOver = async (
  ports: HandOverPorts,
  recount: RecountIn<'counting'>,
): Promise<Recount['state'] | undefined> => {
  const next = handedOver(recount, new Date(ports.clock()).toISOString());
  if (!(await ports.recounts.replace(next))) return undefined;
  if (next.state === 'counting') await ports.recounter.goOn(next.runId);
  return next.state;
};
