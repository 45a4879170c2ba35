import * as z from 'zod';
import { NotPublished, type Bus } from '../../../domain/people/ports/bus.ts';
import { jsonOf } from '../../../domain/values/json-of.ts';
import type { SignedPost } from '../sdk/signed-post.ts';

/** Of every event of ours: what rules ask for. */
const SOURCE = 'freigabe';

const Answer = z.object({
  FailedEntryCount: z.number(),
  Entries: z.array(z.object({ ErrorCode: z.string().optional() })),
});

const Refusal = z.object({ __type: z.string() });

/**
 * PutEvents in AWS JSON 1.1 (https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html), one event a
 * call: some in a minute, and what becomes of each is its own.
 */
export const busOf = (post: SignedPost, busName: string): Bus => ({
  publish: async (event) => {
    const entry = {
      EventBusName: busName,
      Source: SOURCE,
      DetailType: event.type,
      Time: Date.parse(event.at) / 1000,
      Detail: JSON.stringify(event),
    };
    const { status, body } = await post({
      path: '/',
      headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': 'AWSEvents.PutEvents' },
      body: JSON.stringify({ Entries: [entry] }),
    });
    const said = jsonOf(body);
    if (status >= 400 && status < 500) throw new NotPublished(Refusal.safeParse(said).data?.__type ?? `Http${status}`);
    if (status !== 200) throw new Error(`EventBridge answered ${status}`);
    const { FailedEntryCount, Entries } = Answer.parse(said);
    if (FailedEntryCount > 0) throw new NotPublished(Entries[0]?.ErrorCode ?? 'NotPublished');
  },
});
