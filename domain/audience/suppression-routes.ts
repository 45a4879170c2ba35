import type { Route } from '../http/route.ts';
import {
  SuppressionAnswer,
  SuppressionCount,
  SuppressionQuestion,
  SuppressionRemoval,
  SuppressionReport,
} from './api.ts';

/** The suppression list of the organisation. Whoever prepares may add to it; what is on it only administrators may ask. */
export const suppressionRoutes = {
  countSuppressions: {
    operation: 'countSuppressions',
    method: 'GET',
    path: '/suppressions',
    summary: 'How many addresses and domains the organisation never writes to',
    may: 'look',
    answers: { status: 200, schema: SuppressionCount },
  },
  importSuppressions: {
    operation: 'importSuppressions',
    method: 'POST',
    path: '/suppressions/imports',
    summary: 'Add addresses, domains and SHA-256 hashes of addresses to the suppression list, one a line',
    may: 'prepare',
    idempotent: true,
    bytesBody: 'text/csv',
    answers: { status: 200, schema: SuppressionReport },
  },
  testSuppression: {
    operation: 'testSuppression',
    method: 'POST',
    path: '/suppressions/test',
    summary: 'Whether an address, a domain or a hash is on the suppression list',
    may: 'suppressions',
    body: SuppressionQuestion,
    answers: { status: 200, schema: SuppressionAnswer },
  },
  removeSuppression: {
    operation: 'removeSuppression',
    method: 'POST',
    path: '/suppressions/remove',
    summary: 'Takes one entry off the suppression list',
    may: 'suppressions',
    body: SuppressionRemoval,
    answers: { status: 200, schema: SuppressionCount },
  },
} as const satisfies Record<string, Route>;
