import * as z from 'zod';
import { PageQuery, PageQueryById } from '../http/page.ts';
import { PathId } from '../http/path-id.ts';
import type { Route } from '../http/route.ts';
import { SoughtAddress } from '../model/address.ts';
import {
  EraseReport,
  EventLine,
  EventPage,
  EventQuery,
  HistoryLine,
  HistoryPage,
  MessageLine,
  MessagePage,
  MessageQuery,
  PersonExport,
  StrangeEvents,
  UnmatchedEventLine,
  UnmatchedEventPage,
  WhyAnswers,
} from './api.ts';

export const trackRoutes = {
  explain: {
    operation: 'explain',
    method: 'GET',
    path: '/profiles/why',
    summary: 'Why whoever has this address got a message, or did not',
    may: 'look',
    query: z.object({ address: SoughtAddress, run: PathId.optional() }),
    answers: { status: 200, schema: WhyAnswers },
  },
  getHistory: {
    operation: 'getHistory',
    method: 'GET',
    path: '/profiles/{id}/history',
    summary: 'Every message to this profile with its state, opens and clicks',
    may: 'look',
    query: PageQueryById,
    answers: { status: 200, schema: HistoryPage, csv: HistoryLine },
  },
  exportPerson: {
    operation: 'exportPerson',
    method: 'GET',
    path: '/profiles/{id}/export',
    summary: 'Everything that is kept of one person (GDPR Art. 15)',
    may: 'personalData',
    query: PageQueryById,
    answers: { status: 200, schema: PersonExport },
  },
  erasePerson: {
    operation: 'erasePerson',
    method: 'POST',
    path: '/profiles/{id}/erase',
    summary: 'Forgets a person (GDPR Art. 17); figures stay, and nobody of this id is written to again',
    may: 'personalData',
    query: PageQueryById.pick({ cursor: true }),
    answers: { status: 200, schema: EraseReport },
  },
  deleteProfile: {
    operation: 'deleteProfile',
    method: 'DELETE',
    path: '/profiles/{id}',
    summary:
      'Forgets a person, as POST /profiles/{id}/erase does; who should only get no mails of a list leaves the list',
    may: 'personalData',
    answers: { status: 200, schema: EraseReport },
  },
  listMessages: {
    operation: 'listMessages',
    method: 'GET',
    path: '/runs/{id}/messages',
    summary: 'The sending log',
    may: 'seeLogs',
    query: MessageQuery,
    answers: { status: 200, schema: MessagePage, csv: MessageLine },
  },
  listEvents: {
    operation: 'listEvents',
    method: 'GET',
    path: '/runs/{id}/events',
    summary: 'The tracking log',
    may: 'seeLogs',
    query: EventQuery,
    answers: { status: 200, schema: EventPage, csv: EventLine },
  },
  listUnmatched: {
    operation: 'listUnmatched',
    method: 'GET',
    path: '/events/unmatched',
    summary: 'Events of SES that are no message of ours, kept apart for 90 days',
    may: 'look',
    query: PageQuery,
    answers: { status: 200, schema: UnmatchedEventPage, csv: UnmatchedEventLine },
  },
  countStrange: {
    operation: 'countStrange',
    method: 'GET',
    path: '/events/strange',
    summary: 'How many events of SES are no message of ours, by cause, and what in the others nobody knew',
    may: 'look',
    answers: { status: 200, schema: StrangeEvents },
  },
} as const satisfies Record<string, Route>;
