import * as z from 'zod';
import { plainName } from '../values/plain-name.ts';

/** A name that somebody gives to something, and that stands among other words. */
export const ShownName = z.string().overwrite(plainName);
