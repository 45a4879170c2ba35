import * as z from 'zod';
import { ShownName } from './shown-name.ts';

/**
 * Part of the name of a field of the unsubscribe page and of a line in the feed of opt-outs, and a key of what was said of
 * topics: DynamoDB's marshaller takes an object with a key `constructor` for an instance of a class.
 */
export const TopicId = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,31}$/, 'takes 1 to 32 small letters, digits, -; a letter first')
  .refine((id) => id !== 'constructor', 'is a name of something else');

/** What people subscribe to, as recipients and the console read it. */
export const Topic = z.object({
  id: TopicId,
  en: ShownName.min(1).max(60),
  de: ShownName.min(1).max(60),
});
export type Topic = z.infer<typeof Topic>;

/** The topics of a stage. */
export const Topics = z
  .array(Topic)
  .max(20)
  .refine((topics) => new Set(topics.map(({ id }) => id)).size === topics.length, 'name each topic once');
export type Topics = z.infer<typeof Topics>;
