import type * as z from 'zod';
import type { Route } from '../http/route.ts';
import { pageOf, PageQuery } from '../http/page.ts';
import { AuditRecord } from '../model/audit-chain.ts';
import {
  ChangePersonRequest,
  Invited,
  InviteRequest,
  PersonActRequest,
  PoolPerson,
  SignedOutEverywhere,
} from './manage-api.ts';

export const PoolPersonPage = pageOf(PoolPerson);
export type PoolPersonPage = z.infer<typeof PoolPersonPage>;

/** Answered by a function of its own: only it may change the user pool. */
export const managePeopleRoutes = {
  listPeople: {
    operation: 'listPeople',
    method: 'GET',
    path: '/people',
    summary: 'Everybody in the user pool, a page of at most 60; for administrators',
    may: 'managePeople',
    query: PageQuery,
    answers: { status: 200, schema: PoolPersonPage },
  },
  invitePerson: {
    operation: 'invitePerson',
    method: 'POST',
    path: '/people',
    summary: 'Invite somebody by mail, in their language',
    may: 'managePeople',
    idempotent: true,
    body: InviteRequest,
    answers: { status: 201, schema: Invited },
  },
  changePerson: {
    operation: 'changePerson',
    method: 'PUT',
    path: '/people/{sub}',
    summary: 'Change name, language and roles of somebody, disable or enable them; what is left out stays',
    may: 'managePeople',
    body: ChangePersonRequest,
    answers: { status: 200, schema: PoolPerson },
  },
  removePerson: {
    operation: 'removePerson',
    method: 'POST',
    path: '/people/{sub}/remove',
    summary: 'Remove somebody from the user pool; answers who they were',
    may: 'managePeople',
    body: PersonActRequest,
    answers: { status: 200, schema: PoolPerson },
  },
  resetMfa: {
    operation: 'resetMfa',
    method: 'POST',
    path: '/people/{sub}/reset-mfa',
    summary: 'Forget the authenticator app of somebody, and sign them out',
    may: 'managePeople',
    body: PersonActRequest,
    answers: { status: 200, schema: PoolPerson },
  },
  inviteAgain: {
    operation: 'inviteAgain',
    method: 'POST',
    path: '/people/{sub}/invitation',
    summary: 'Mail a new first password to somebody who has not set one of their own',
    may: 'managePeople',
    idempotent: true,
    body: PersonActRequest,
    answers: { status: 200, schema: Invited },
  },
  getPeopleAudit: {
    operation: 'getPeopleAudit',
    method: 'GET',
    path: '/people/audit',
    summary: 'Who changed whom, hash-chained, as JSON lines',
    may: 'managePeople',
    answers: { status: 200, lines: AuditRecord },
  },
  signOutEverywhere: {
    operation: 'signOutEverywhere',
    method: 'POST',
    path: '/me/sign-out',
    summary: 'End every sign-in of your own: no refresh token of them works any more',
    may: 'identify',
    answers: { status: 200, schema: SignedOutEverywhere },
  },
} as const satisfies Record<string, Route>;
