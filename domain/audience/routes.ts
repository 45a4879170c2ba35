import * as z from 'zod';
import type { Route } from '../http/route.ts';
import { SoughtAddress } from '../model/address.ts';
import {
  ImportLook,
  ImportQuery,
  ImportReport,
  Lists,
  LookQuery,
  ProfileMatches,
  ReasonRequest,
  TrackingRequest,
} from './api.ts';
import { listRoutes } from './list-routes.ts';
import { profileRoutes } from './profile-routes.ts';
import { suppressionRoutes } from './suppression-routes.ts';
import { uploadRoutes } from './upload-routes.ts';
import { ProfileDetail } from '../model/profile-detail.ts';

export const audienceRoutes = {
  importProfiles: {
    operation: 'importProfiles',
    method: 'POST',
    path: '/profiles/imports',
    summary: 'Import profiles from a CSV file or a workbook (.xlsx) into a list',
    may: 'prepare',
    idempotent: true,
    query: ImportQuery,
    bytesBody: 'text/csv',
    answers: { status: 200, schema: ImportReport },
  },
  lookAtImport: {
    operation: 'lookAtImport',
    method: 'POST',
    path: '/profiles/imports/look',
    summary: 'What a file is taken for, and what its columns would become; writes nothing',
    may: 'prepare',
    query: LookQuery,
    bytesBody: 'text/csv',
    answers: { status: 200, schema: ImportLook },
  },
  getLists: {
    operation: 'getLists',
    method: 'GET',
    path: '/lists',
    summary: 'The lists of profiles',
    may: 'look',
    answers: { status: 200, schema: Lists },
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
  recordTracking: {
    operation: 'recordTracking',
    method: 'PUT',
    path: '/profiles/{id}/tracking',
    summary: 'Records whether a person lets opens and clicks of messages to them be tracked',
    may: 'consent',
    body: TrackingRequest,
    answers: { status: 200, schema: ProfileDetail },
  },
  ...profileRoutes,
  ...listRoutes,
  ...uploadRoutes,
  ...suppressionRoutes,
} as const satisfies Record<string, Route>;
