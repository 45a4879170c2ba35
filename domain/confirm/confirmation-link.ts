import * as z from 'zod';

/** What a mailed link is for: one person, one run, one manifest, until one instant. The id itself is kept hashed. */
export const ConfirmationLink = z.object({
  runId: z.string(),
  manifestHash: z.string(),
  /** Of the run's question; a newer one makes the link dead. */
  round: z.int().min(1).default(1),
  approverSub: z.string(),
  approverEmail: z.string(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
});
export type ConfirmationLink = z.infer<typeof ConfirmationLink>;
