import { AuditRecord } from '../model/audit-chain.ts';
import type { Route } from '../http/route.ts';
import { RunView } from '../model/run-view.ts';
import { ConfirmationView, DecisionRequest, ReassignRequest, RunDifference, WithdrawRequest } from './api.ts';

export const confirmRoutes = {
  decideRun: {
    operation: 'decideRun',
    method: 'POST',
    path: '/runs/{id}/decision',
    summary: 'Confirm, reject or ask for changes of a run; role Start deliveries',
    may: 'confirm',
    body: DecisionRequest,
    answers: { status: 200, schema: RunView },
  },
  withdrawConfirmation: {
    operation: 'withdrawConfirmation',
    method: 'POST',
    path: '/runs/{id}/withdraw',
    summary: 'Take back a confirmation of your own, until sending begins',
    may: 'confirm',
    body: WithdrawRequest,
    answers: { status: 200, schema: RunView },
  },
  reassignApprover: {
    operation: 'reassignApprover',
    method: 'POST',
    path: '/runs/{id}/approvers',
    summary: 'Ask another approver instead of one; the old link is dead',
    may: 'reassign',
    body: ReassignRequest,
    answers: { status: 200, schema: RunView },
  },
  compareRun: {
    operation: 'compareRun',
    method: 'GET',
    path: '/runs/{id}/difference',
    summary: 'What differs from the last confirmed version or the last run',
    may: 'look',
    answers: { status: 200, schema: RunDifference },
  },
  getAudit: {
    operation: 'getAudit',
    method: 'GET',
    path: '/runs/{id}/audit',
    summary: 'Who did what to a run, hash-chained, as JSON lines',
    may: 'look',
    answers: { status: 200, lines: AuditRecord },
  },
  getConfirmation: {
    operation: 'getConfirmation',
    method: 'GET',
    path: '/confirmations/{linkId}',
    summary: 'What would be sent, by a mailed link; changes nothing',
    may: 'look',
    answers: { status: 200, schema: ConfirmationView },
  },
  decideByLink: {
    operation: 'decideByLink',
    method: 'POST',
    path: '/confirmations/{linkId}',
    summary: 'Decide by a mailed link; signed in as the person it was mailed to',
    may: 'confirm',
    body: DecisionRequest,
    answers: { status: 200, schema: RunView },
  },
} as const satisfies Record<string, Route>;
