import * as z from 'zod';
import { RunView } from '../model/run-view.ts';

/** Body of POST /runs/{id}/ab-test. */
export const AbChoice = z
  .strictObject({
    winner: z
      .string()
      .max(100)
      .nullable()
      .describe('Id of the variant that everybody else gets; null: the own content of the campaign'),
  })
  .meta({ id: 'AbChoice' });

/** POST /runs/{id}/pause | resume | stop | ab-test: answers with the run and what had gone out by then. */
export const ControlReport = z.object({ run: RunView, handedOver: z.int() }).meta({ id: 'ControlReport' });
export type ControlReport = z.infer<typeof ControlReport>;
