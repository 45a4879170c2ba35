import * as z from 'zod';
import type { Route } from '../http/route.ts';
import { SoughtAddress } from '../model/address.ts';
import { Profile, ProfileId } from '../model/profile.ts';
import { ProfileDetail } from '../model/profile-detail.ts';
import { TopicId } from '../model/topics.ts';
import { FoundNames, NameQuery } from './lists.ts';
import { ProfileBatch, ProfileBatchReport, ProfileFields, WriteQuery, WrittenProfile } from './profile-rows.ts';

/** POST /profiles/{id}/topics/leave */
const LeftTopics = z.object({ topics: z.array(TopicId).min(1).max(20) });

/** POST /profiles/{id}/merge: `take` names attributes that are taken of the other profile although this one has them. */
const MergeRequest = z
  .object({ other: ProfileId, take: z.array(z.string().max(255)).max(500).default([]) })
  .meta({ id: 'MergeRequest' });

/** GET /profiles/search */
const SearchQuery = z.object({ q: SoughtAddress });

/** `isCut`: there may be more; a longer beginning finds them. */
export const FoundProfiles = z
  .object({ items: z.array(Profile.pick({ id: true, address: true, lists: true })), isCut: z.boolean() })
  .meta({ id: 'FoundProfiles' });
export type FoundProfiles = z.infer<typeof FoundProfiles>;

export const profileRoutes = {
  searchProfiles: {
    operation: 'searchProfiles',
    method: 'GET',
    path: '/profiles/search',
    summary: 'Profiles by their id, or by the beginning of their address',
    may: 'look',
    query: SearchQuery,
    answers: { status: 200, schema: FoundProfiles },
  },
  searchNames: {
    operation: 'searchNames',
    method: 'GET',
    path: '/profiles/search/names',
    summary: 'Profiles of all lists, and those on none, by words of their names, page by page',
    may: 'look',
    query: NameQuery,
    answers: { status: 200, schema: FoundNames },
  },
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
  mergeProfiles: {
    operation: 'mergeProfiles',
    method: 'POST',
    path: '/profiles/{id}/merge',
    summary: 'Merges another profile of the same person into this one; a no of either is one of both',
    may: 'manageAudience',
    body: MergeRequest,
    answers: { status: 200, schema: ProfileDetail },
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
