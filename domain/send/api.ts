import * as z from 'zod';
import { RunView } from '../model/run-view.ts';

/** POST /runs/{id}/pause | resume | stop: answers with the run and what had gone out by then. */
export const ControlReport = z.object({ run: RunView, handedOver: z.int() }).meta({ id: 'ControlReport' });
export type ControlReport = z.infer<typeof ControlReport>;
