import type { Route } from '../http/route.ts';
import { ListSummary } from '../model/profile.ts';
import { ListCount, ListDeletion, ListDetail, ListMember, ListTitle, MemberPage, MemberQuery } from './lists.ts';
import { WrittenProfile } from './profile-rows.ts';

export const listRoutes = {
  getList: {
    operation: 'getList',
    method: 'GET',
    path: '/lists/{list}',
    summary: 'A list of profiles, and the campaigns that use it',
    may: 'look',
    answers: { status: 200, schema: ListDetail },
  },
  entitleList: {
    operation: 'entitleList',
    method: 'PUT',
    path: '/lists/{list}',
    summary: 'Gives a list the title that people read; its name stays',
    may: 'prepare',
    body: ListTitle,
    answers: { status: 200, schema: ListSummary },
  },
  deleteList: {
    operation: 'deleteList',
    method: 'DELETE',
    path: '/lists/{list}',
    summary: 'Deletes a list; its profiles stay, and are on it no more',
    may: 'manageAudience',
    query: ListDeletion,
    answers: { status: 200, schema: ListDetail },
  },
  countList: {
    operation: 'countList',
    method: 'GET',
    path: '/lists/{list}/count',
    summary: 'How many profiles are on a list now, page by page',
    may: 'look',
    query: MemberQuery.pick({ cursor: true }),
    answers: { status: 200, schema: ListCount },
  },
  exportList: {
    operation: 'exportList',
    method: 'GET',
    path: '/lists/{list}/profiles',
    summary: 'The profiles of a list, page by page',
    may: 'personalData',
    query: MemberQuery,
    answers: { status: 200, schema: MemberPage, csv: ListMember },
  },
  joinList: {
    operation: 'joinList',
    method: 'PUT',
    path: '/lists/{list}/profiles/{id}',
    summary: 'Puts a profile on a list',
    may: 'prepare',
    answers: { status: 200, schema: WrittenProfile },
  },
  leaveList: {
    operation: 'leaveList',
    method: 'DELETE',
    path: '/lists/{list}/profiles/{id}',
    summary: 'Takes a profile off a list; it opts nobody out',
    may: 'prepare',
    answers: { status: 200, schema: WrittenProfile },
  },
} as const satisfies Record<string, Route>;
