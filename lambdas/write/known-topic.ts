import { refuseUnknownTopics } from '../../domain/http/known-topics.ts';
import type { Topics } from '../../domain/model/topics.ts';

type Asked = { body: { topic?: string | undefined } };

/** Lets a campaign be saved only about a topic that the stage has, or about none. */
export const ofKnownTopic =
  <Request extends Asked, Answer>(topics: Topics, save: (request: Request) => Promise<Answer>) =>
  async (request: Request): Promise<Answer> => {
    const { topic } = request.body;
    refuseUnknownTopics(topics, topic === undefined ? [] : [topic]);
    return save(request);
  };
