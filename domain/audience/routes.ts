import * as z from 'zod';
import type { Route } from '../http/route.ts';
import { SoughtAddress } from '../model/address.ts';
import { ImportQuery, ImportReport, Lists, ProfileMatches, ReasonRequest, UnsubscribeForm } from './api.ts';
import { suppressionRoutes } from './suppression-routes.ts';
import { ProfileDetail } from '../model/profile-detail.ts';

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
  headUnsubscribe: {
    operation: 'headUnsubscribe',
    method: 'HEAD',
    path: '/unsubscribe/{token}',
    summary: 'Whether the unsubscribe link is valid; changes nothing',
    may: 'unsubscribe',
    answers: { status: 200, html: true },
  },
  unsubscribe: {
    operation: 'unsubscribe',
    method: 'POST',
    path: '/unsubscribe/{token}',
    summary: 'One-click unsubscribe (RFC 8058), and the button of the page',
    may: 'unsubscribe',
    formBody: UnsubscribeForm,
    answers: { status: 200, html: true },
  },
  findProfiles: {
    operation: 'findProfiles',
    method: 'GET',
    path: '/profiles',
    summary: 'Profiles that have an address',
    may: 'look',
    query: z.object({ address: SoughtAddress }),
    answers: { status: 200, schema: ProfileMatches },
  },
  getProfile: {
    operation: 'getProfile',
    method: 'GET',
    path: '/profiles/{id}',
    summary: 'A profile with the status of its address',
    may: 'look',
    answers: { status: 200, schema: ProfileDetail },
  },
  releaseAddress: {
    operation: 'releaseAddress',
    method: 'POST',
    path: '/profiles/{id}/release',
    summary: 'Lets the address of a profile out of quarantine',
    may: 'release',
    body: ReasonRequest,
    answers: { status: 200, schema: ProfileDetail },
  },
  recordConsent: {
    operation: 'recordConsent',
    method: 'POST',
    path: '/profiles/{id}/consent',
    summary: 'Records that a person who opted out consented anew; ends the opt-outs of the profile and its address',
    may: 'consent',
    body: ReasonRequest,
    answers: { status: 200, schema: ProfileDetail },
  },
  ...suppressionRoutes,
} as const satisfies Record<string, Route>;
