import type { Route } from '../http/route.ts';
import { Me } from './api.ts';
import { MailChoice } from './mail-choice.ts';

export const peopleRoutes = {
  getMe: {
    operation: 'getMe',
    method: 'GET',
    path: '/me',
    summary: 'Who is signed in, and what they may do',
    may: 'identify',
    answers: { status: 200, schema: Me },
  },
  getMails: {
    operation: 'getMails',
    method: 'GET',
    path: '/me/mails',
    summary: 'Which mails of Freigabe you do without',
    may: 'identify',
    answers: { status: 200, schema: MailChoice },
  },
  chooseMails: {
    operation: 'chooseMails',
    method: 'PUT',
    path: '/me/mails',
    summary: 'Choose which mails of Freigabe you do without; the question to confirm always comes',
    may: 'identify',
    body: MailChoice,
    answers: { status: 200, schema: MailChoice },
  },
} as const satisfies Record<string, Route>;
