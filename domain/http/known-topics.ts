import { Problem } from './problem.ts';
import type { Topics } from '../model/topics.ts';

/** The first of these that the stage does not have. */
export const topicUnknownIn = (topics: Topics, asked: Iterable<string>): string | undefined => {
  const known = new Set(topics.map(({ id }) => id));
  return [...asked].find((topic) => !known.has(topic));
};

/** What is said of a topic that nobody knows would never count. @throws Problem that names it */
export const refuseUnknownTopics = (topics: Topics, asked: Iterable<string>): void => {
  const topic = topicUnknownIn(topics, asked);
  if (topic === undefined) return;
  const known = topics.map(({ id }) => id);
  throw new Problem(
    'invalid-input',
    `This stage has no topic ${topic}.`,
    known.length > 0 ? `Take one of ${known.join(', ')}, or leave it out.` : 'Leave it out: this stage has no topics.',
    { cause: 'topicUnknown', topic, topics: known },
  );
};
