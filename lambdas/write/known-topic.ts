import { Problem } from '../../domain/http/problem.ts';
import type { Topics } from '../../domain/model/topics.ts';

type Asked = { body: { topic?: string | undefined } };

/** Lets a campaign be saved only about a topic that the stage has, or about none. */
export const ofKnownTopic =
  <Request extends Asked, Answer>(topics: Topics, save: (request: Request) => Promise<Answer>) =>
  async (request: Request): Promise<Answer> => {
    const { topic } = request.body;
    const known = topics.map(({ id }) => id);
    if (topic === undefined || known.includes(topic)) return save(request);
    throw new Problem(
      'invalid-input',
      `This stage has no topic ${topic}.`,
      known.length > 0 ? `Take one of ${known.join(', ')}, or none.` : 'Leave it out: this stage has no topics.',
      { cause: 'topicUnknown', topic, topics: known },
    );
  };
