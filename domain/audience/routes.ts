import type { Route } from '../http/route.ts';
import { ImportQuery, ImportReport, Lists } from './api.ts';

export const audienceRoutes = {
  importProfiles: {
    operation: 'importProfiles',
    method: 'POST',
    path: '/profiles/imports',
    summary: 'Import profiles from a CSV file into a list',
    may: 'prepare',
    query: ImportQuery,
    bytesBody: 'text/csv',
    answers: { status: 200, schema: ImportReport },
  },
  getLists: {
    operation: 'getLists',
    method: 'GET',
    path: '/lists',
    summary: 'The lists of profiles',
    may: 'look',
    answers: { status: 200, schema: Lists },
  },
  showUnsubscribe: {
    operation: 'showUnsubscribe',
    method: 'GET',
    path: '/unsubscribe/{token}',
    summary: 'The page behind the unsubscribe link; changes nothing',
    may: 'unsubscribe',
    answers: { status: 200, html: true },
  },
  unsubscribe: {
    operation: 'unsubscribe',
    method: 'POST',
    path: '/unsubscribe/{token}',
    summary: 'One-click unsubscribe (RFC 8058), and the button of the page',
    may: 'unsubscribe',
    textBody: 'application/x-www-form-urlencoded',
    answers: { status: 200, html: true },
  },
} as const satisfies Record<string, Route>;
