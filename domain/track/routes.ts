import * as z from 'zod';
import { PageQuery } from '../page.ts';
import type { Route } from '../route.ts';
import {
  EventLine,
  EventPage,
  EventQuery,
  HistoryLine,
  HistoryPage,
  MessageLine,
  MessagePage,
  MessageQuery,
  ProfileDetail,
  ProfileMatches,
} from './api.ts';

export const trackRoutes = {
  findProfiles: {
    operation: 'findProfiles',
    method: 'GET',
    path: '/profiles',
    summary: 'Profiles that have an address',
    may: 'look',
    query: z.object({ address: z.string().trim().min(1, 'give the address to look for') }),
    answers: { status: 200, schema: ProfileMatches },
  },
  getProfile: {
    operation: 'getProfile',
    method: 'GET',
    path: '/profiles/{id}',
    summary: 'A profile with the standing of its address',
    may: 'look',
    answers: { status: 200, schema: ProfileDetail },
  },
  getHistory: {
    operation: 'getHistory',
    method: 'GET',
    path: '/profiles/{id}/history',
    summary: 'Every message to this profile with its state, opens and clicks',
    may: 'look',
    query: PageQuery,
    answers: { status: 200, schema: HistoryPage, csv: HistoryLine },
  },
  listMessages: {
    operation: 'listMessages',
    method: 'GET',
    path: '/runs/{id}/messages',
    summary: 'The sending log',
    may: 'look',
    query: MessageQuery,
    answers: { status: 200, schema: MessagePage, csv: MessageLine },
  },
  listEvents: {
    operation: 'listEvents',
    method: 'GET',
    path: '/runs/{id}/events',
    summary: 'The tracking log',
    may: 'look',
    query: EventQuery,
    answers: { status: 200, schema: EventPage, csv: EventLine },
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
