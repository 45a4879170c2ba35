import type { Route } from '../http/route.ts';
import { UnsubscribeForm } from './api.ts';

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
} as const satisfies Record<string, Route>;
