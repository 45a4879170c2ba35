import * as z from 'zod';
import type { Route } from '../http/route.ts';
import { SignUpConfirmation, SignUpForm } from './sign-up.ts';

/** Sign-up with double opt-in, for people who have no account. Answered by a function of its own. */
export const signUpRoutes = {
  showSignUp: {
    operation: 'showSignUp',
    method: 'GET',
    path: '/subscribe',
    summary: 'The form to sign up with',
    may: 'signUp',
    query: z.object({ language: z.enum(['en', 'de']).default('en') }),
    answers: { status: 200, html: true },
  },
  headSignUp: {
    operation: 'headSignUp',
    method: 'HEAD',
    path: '/subscribe',
    summary: 'Whether people can sign up',
    may: 'signUp',
    query: z.object({ language: z.enum(['en', 'de']).default('en') }),
    answers: { status: 200, html: true },
  },
  signUp: {
    operation: 'signUp',
    method: 'POST',
    path: '/subscribe',
    summary: 'Asks for a mail with a link that confirms the sign-up; says the same of every address',
    may: 'signUp',
    formBody: SignUpForm,
    isJsonForm: true,
    answers: { status: 200, html: true },
  },
  showSignUpConfirmation: {
    operation: 'showSignUpConfirmation',
    method: 'GET',
    path: '/subscribe/{token}',
    summary: 'The page behind the link of that mail; changes nothing',
    may: 'signUp',
    answers: { status: 200, html: true },
  },
  headSignUpConfirmation: {
    operation: 'headSignUpConfirmation',
    method: 'HEAD',
    path: '/subscribe/{token}',
    summary: 'Whether the link of that mail is valid; changes nothing',
    may: 'signUp',
    answers: { status: 200, html: true },
  },
  confirmSignUp: {
    operation: 'confirmSignUp',
    method: 'POST',
    path: '/subscribe/{token}',
    summary: 'Confirms a sign-up by the button of that page, with its box ticked',
    may: 'signUp',
    formBody: SignUpConfirmation,
    answers: { status: 200, html: true },
  },
} as const satisfies Record<string, Route>;
