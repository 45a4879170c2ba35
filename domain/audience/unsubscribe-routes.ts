import type { Route } from '../http/route.ts';

/** What the links of a mail lead to. Answered by a function of its own, so that no import stands in the way. */
export const unsubscribeRoutes = {
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
