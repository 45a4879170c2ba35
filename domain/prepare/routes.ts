import * as z from 'zod';
import { PageQuery } from '../http/page.ts';
import type { Route } from '../http/route.ts';
import { RunView } from '../model/run-view.ts';
import {
  CurrentRunPage,
  ExclusionLine,
  ExclusionPage,
  Preview,
  ProofReport,
  ProofRequest,
  ResendRequest,
  DraftProofRequest,
} from './api.ts';

export const prepareRoutes = {
  listCurrentRuns: {
    operation: 'listCurrentRuns',
    method: 'GET',
    path: '/runs/current',
    summary: 'Every run that has not ended, then those that failed lately and were not prepared again; newest first',
    may: 'look',
    query: PageQuery,
    answers: { status: 200, schema: CurrentRunPage },
  },
  getRun: {
    operation: 'getRun',
    method: 'GET',
    path: '/runs/{id}',
    summary: 'State, counts, exclusions by cause, checks, fingerprint, who may confirm',
    may: 'look',
    answers: { status: 200, schema: RunView },
  },
  previewRun: {
    operation: 'previewRun',
    method: 'GET',
    path: '/runs/{id}/preview',
    summary: 'The frozen mail as one of the sample recipients gets it',
    may: 'look',
    query: z.object({ as: z.coerce.number().int().min(0).default(0) }),
    answers: { status: 200, schema: Preview },
  },
  sendProofs: {
    operation: 'sendProofs',
    method: 'POST',
    path: '/runs/{id}/proofs',
    summary: 'Send proofs; they never count in the figures',
    may: 'prepare',
    body: ProofRequest,
    answers: { status: 200, schema: ProofReport },
  },
  sendDraftProofs: {
    operation: 'sendDraftProofs',
    method: 'POST',
    path: '/proofs',
    summary: 'Send a mail that is being written to known people; nothing of it is kept',
    may: 'prepare',
    body: DraftProofRequest,
    answers: { status: 200, schema: ProofReport },
  },
  resendRun: {
    operation: 'resendRun',
    method: 'POST',
    path: '/runs/{id}/resend',
    summary:
      'Prepare a run that sends the messages of this one again that are unknown or were refused without a reason, after a confirmation of its own',
    may: 'resend',
    body: ResendRequest,
    answers: { status: 202, schema: RunView },
  },
  listExclusions: {
    operation: 'listExclusions',
    method: 'GET',
    path: '/runs/{id}/exclusions',
    summary: 'The exclusion log with causes',
    may: 'seeLogs',
    query: PageQuery,
    answers: { status: 200, schema: ExclusionPage, csv: ExclusionLine },
  },
} as const satisfies Record<string, Route>;
