import * as z from 'zod';
import { jsonOf } from '../../domain/values/json-of.ts';

/** An identity provider of the stage, as the stack describes it (lib/people/federation.ts). */
const LocalProvider = z.object({
  name: z.string(),
  issuer: z.string(),
  clientId: z.string(),
  /** Name of a secret in Secrets Manager. */
  clientSecret: z.string(),
  scopes: z.array(z.string()),
  /** Into which attribute of the user pool which claim is written. */
  attributes: z.record(z.string(), z.string()),
});
export type LocalProvider = z.infer<typeof LocalProvider>;

const LocalSignIn = z.object({ passwords: z.enum(['allowed', 'federatedOnly']), providers: z.array(LocalProvider) });
export type LocalSignIn = z.infer<typeof LocalSignIn>;

/** How people sign in to this instance. */
export const signInOf = ({ SignIn }: { SignIn: string }): LocalSignIn => LocalSignIn.parse(jsonOf(SignIn));
