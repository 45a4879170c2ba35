import * as z from 'zod';
import { RunView } from '../run-view.ts';

/** POST /runs/{id}/decision and POST /confirmations/{linkId}. A rejection needs a reason. */
export const DecisionRequest = z
  .object({
    decision: z.enum(['confirm', 'reject']),
    /** The fingerprint that the approver saw; another one at the server is refused with 409. */
    manifestHash: z.string().regex(/^[0-9a-f]{64}$/, 'is the 64 hex digits of the fingerprint that was shown'),
    reason: z.string().trim().min(1).max(1000).optional(),
  })
  .refine((request) => request.decision === 'confirm' || request.reason !== undefined, {
    message: 'a rejection needs a reason',
    path: ['reason'],
  })
  .meta({ id: 'DecisionRequest' });
export type DecisionRequest = z.infer<typeof DecisionRequest>;

/** Why a link is dead, and nothing else about the run. */
export const linkFates = ['open', 'decided', 'expired', 'voided', 'notYours'] as const;

/** GET /confirmations/{linkId}: what would be sent; changes nothing. An unknown link is 404. */
export const ConfirmationView = z
  .object({
    fate: z.enum(linkFates),
    /** Null for somebody else's link. */
    run: RunView.nullable(),
    /** E-mail address of the person whom the link was mailed to. */
    boundTo: z.string(),
  })
  .meta({ id: 'ConfirmationView' });
export type ConfirmationView = z.infer<typeof ConfirmationView>;
