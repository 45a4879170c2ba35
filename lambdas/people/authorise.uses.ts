import * as z from 'zod';
import { declare } from '../uses.ts';

export const uses = declare({
  settings: {
    /** Of the user pool, as its tokens name it. */
    ISSUER: z.url(),
    /** Its public keys. */
    JWKS_URL: z.url(),
    CONSOLE_CLIENT_ID: z.string().min(1),
  },
});
