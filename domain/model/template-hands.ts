import * as z from 'zod';
import { Person } from '../people/people.ts';

/** Who wrote a content that was saved as a template. It outlasts the template: campaigns may still take what it said. */
export const TemplateHands = z.object({
  /** SHA-256 of the content, in hex. */
  id: z.string(),
  /** Raised by each person more. */
  version: z.int().min(1),
  /** Each once. */
  people: z.array(Person),
});
export type TemplateHands = z.infer<typeof TemplateHands>;
