import type { Route } from '../http/route.ts';
import { Me } from './api.ts';

export const peopleRoutes = {
  getMe: {
    operation: 'getMe',
    method: 'GET',
    path: '/me',
    summary: 'Who is signed in, and what they may do',
    may: 'identify',
    answers: { status: 200, schema: Me },
  },
} as const satisfies Record<string, Route>;
