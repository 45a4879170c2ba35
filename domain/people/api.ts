import * as z from 'zod';
import { Policy } from '../model/policy.ts';
import { Topics } from '../model/topics.ts';

/** GET /me */
export const Me = z
  .object({
    email: z.string(),
    name: z.string(),
    groups: z.array(z.string()),
    mayPrepare: z.boolean(),
    mayStart: z.boolean(),
    /** Logs that list addresses; a stage can show them to administrators only. */
    maySeeLogs: z.boolean(),
    mayManagePeople: z.boolean(),
    /** A stage for learning: whoever prepared may confirm. Every screen says so. */
    training: z.boolean(),
    /** How runs of this stage are confirmed; a campaign tightens it. */
    policy: Policy,
    /** What people subscribe to in this stage; a campaign may be about one of them. */
    topics: Topics,
    /** Who gets proofs besides the people of the user pool, and how many go out; `testAddresses` for who prepares. */
    proofs: z.object({
      domains: z.array(z.string()),
      testAddresses: z.array(z.string()),
      perRun: z.int(),
      perDay: z.int(),
    }),
  })
  .meta({ id: 'Me' });
export type Me = z.infer<typeof Me>;
