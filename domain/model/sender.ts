import * as z from 'zod';
import { ShownName } from './shown-name.ts';

/** What the From header says. */
export const Sender = z.object({
  name: ShownName.min(1).max(100),
  address: z.email('must be a mail address of a verified identity'),
});

/** A From is a header of one line, and the same for everybody: nothing fills it. */
export const wrongInName = (name: string): string | undefined => {
  if (/[\p{Cc}\u2028\u2029]/u.test(name)) return 'takes one line';
  return /\{\{|\{%/.test(name) ? 'is the same for everybody, and takes no {{ }}' : undefined;
};
