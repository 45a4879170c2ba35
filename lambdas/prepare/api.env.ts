import * as z from 'zod';

/** What this Lambda needs to know of its stage. */
export const Environment = z.object({
  CAMPAIGNS_TABLE: z.string().min(1),
  PROFILES_TABLE: z.string().min(1),
  MESSAGES_TABLE: z.string().min(1),
  KPIS_TABLE: z.string().min(1),
  CONTENT_BUCKET: z.string().min(1),
  RUN_STATE_MACHINE_ARN: z.string().min(1),
  /** Address of an execution in the AWS console without its name; empty: there is no such console. */
  EXECUTIONS_URL: z.string(),
  TOKEN_KEY_ID: z.string().min(1),
  USER_POOL_ID: z.string().min(1),
  CONSOLE_URL: z.url(),
  /** JSON of domain/policy.ts. */
  CONFIRMATION_POLICY: z.string().min(1),
  /** JSON of domain/proof-rules.ts. */
  PROOF_RULES: z.string().min(1),
  TIMER_GROUP: z.string().min(1),
  TIMER_ROLE_ARN: z.string().min(1),
  LAUNCH_RUN_ARN: z.string().min(1),
  CLOSE_OVERDUE_ARN: z.string().min(1),
});
