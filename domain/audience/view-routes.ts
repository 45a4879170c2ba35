import type { Route } from '../http/route.ts';

/** The link by which a mail is viewed in a browser. Answered by a function of its own: it takes nothing from opting out. */
export const viewRoutes = {
  viewMail: {
    operation: 'viewMail',
    method: 'GET',
    path: '/view-in-browser/{token}',
    summary: 'The mail of the link as its recipient got it; nothing of it is counted',
    may: 'viewMail',
    answers: { status: 200, html: true, gone: true },
  },
  headMail: {
    operation: 'headMail',
    method: 'HEAD',
    path: '/view-in-browser/{token}',
    summary: 'Whether the mail of the link can be viewed',
    may: 'viewMail',
    answers: { status: 200, html: true, gone: true },
  },
} as const satisfies Record<string, Route>;
