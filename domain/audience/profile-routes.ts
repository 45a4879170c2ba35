import * as z from 'zod';
import type { Route } from '../http/route.ts';
import { ProfileDetail } from '../model/profile-detail.ts';
import { TopicId } from '../model/topics.ts';
import { ProfileBatch, ProfileBatchReport, ProfileFields, WriteQuery, WrittenProfile } from './profile-rows.ts';

/** POST /profiles/{id}/topics/leave */
const LeftTopics = z.object({ topics: z.array(TopicId).min(1).max(20) });

export const profileRoutes = {
  putProfile: {
    operation: 'putProfile',
    method: 'PUT',
    path: '/profiles/{id}',
    summary: 'Adds a profile, or changes what is named of it, by the rules of an import',
    may: 'prepare',
    query: WriteQuery,
    body: ProfileFields,
    answers: { status: 200, schema: WrittenProfile },
  },
  postProfiles: {
    operation: 'postProfiles',
    method: 'POST',
    path: '/profiles',
    summary: 'Adds or changes up to 100 profiles; each row answers for itself',
    may: 'prepare',
    query: WriteQuery,
    body: ProfileBatch,
    idempotent: true,
    answers: { status: 200, schema: ProfileBatchReport },
  },
  leaveTopics: {
    operation: 'leaveTopics',
    method: 'POST',
    path: '/profiles/{id}/topics/leave',
    summary: 'Opts the address of a profile out of topics; who wants them again consents anew',
    may: 'prepare',
    body: LeftTopics,
    answers: { status: 200, schema: ProfileDetail },
  },
} as const satisfies Record<string, Route>;
