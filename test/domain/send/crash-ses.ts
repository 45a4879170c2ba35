import * as z from 'zod';
import { messageTags } from '../../../domain/model/message.ts';
import type { EntryOutcome, GroupOutcome, Interruption } from '../../../domain/send/ports/group-mailer.ts';
import type { Answer, Posted } from '../../../lambdas/adapters/sdk/signed-post.ts';

/**
 * `culprit`: as long as others are in the call, SES refuses it as a whole because of this one; `failed`: it refuses this
 * one and does not say why.
 */
export type Word = 'ok' | 'refused' | 'culprit' | 'failed' | Exclude<Interruption['kind'], 'split' | 'callsThrottled'>;

/** How SES answers for a recipient when it answers: by number of the message, one word for each time it is asked. */
export type Words = Record<number, Word[]>;

const Single = z.object({ EmailTags: z.array(z.object({ Name: z.string(), Value: z.string() })) });

/** The message that a call is about. */
export const numberOf = ({ body }: Posted): number => {
  const { EmailTags } = Single.parse(JSON.parse(body));
  return Number(EmailTags.find(({ Name }) => Name === messageTags.number)?.Value);
};

const refused = (status: number, name: string, message: string): Answer => ({
  status,
  headers: { 'x-amzn-errortype': name },
  body: JSON.stringify({ message }),
});

/** What SES says to a call of its own in place of each word. */
const answers: Record<Exclude<Word, 'ok'>, Answer> = {
  refused: refused(400, 'MessageRejected', 'Bad content'),
  culprit: refused(400, 'BadRequestException', 'Illegal address'),
  failed: refused(403, 'ExpiredTokenException', 'The security token is expired'),
  transient: refused(403, 'ExpiredTokenException', 'The security token is expired'),
  throttled: refused(429, 'TooManyRequestsException', 'Maximum sending rate exceeded.'),
  quota: refused(429, 'TooManyRequestsException', 'Daily message quota exceeded.'),
  account: refused(400, 'SendingPausedException', 'Email sending is paused for your account.'),
};

const releasedFor = (numbers: readonly number[], interruption: Interruption): GroupOutcome => ({
  kind: 'answered',
  entries: numbers.map((number): EntryOutcome => ({ number, kind: 'released' })),
  interruption,
});

/** In the place of SES: whom it took, in which order, and what it says. */
export class CrashSes {
  readonly sink: number[] = [];
  /** So many bulk calls in each second, whatever is in them. */
  bulkCallsPerSecond = Infinity;
  /** Bulk calls, counted from the first one, that are refused as too many in any case. */
  throttledCalls: ReadonlySet<number> = new Set();
  /** Refusals of bulk calls as too many speak of the sending rate. */
  saysRate = false;
  bulkCalls = 0;
  singleCalls = 0;
  private readonly callsOf = new Map<number, number>();
  private readonly words: Words;

  constructor(words: Words) {
    this.words = structuredClone(words);
  }

  /** SendBulkEmail at an instant, as the adapter says what SES answered. */
  bulk(numbers: readonly number[], now: number): GroupOutcome {
    this.bulkCalls += 1;
    const second = Math.floor(now / 1000);
    const calls = this.callsOf.get(second) ?? 0;
    if (calls >= this.bulkCallsPerSecond || this.throttledCalls.has(this.bulkCalls - 1))
      return releasedFor(numbers, this.saysRate ? { kind: 'throttled', wholeCall: true } : { kind: 'callsThrottled' });
    this.callsOf.set(second, calls + 1);
    const isWhole = numbers.some((number) => this.words[number]?.[0] === 'culprit');
    return isWhole ? this.refuseWhole(numbers) : this.takeEach(numbers);
  }

  /** SendEmail, as it goes over the wire. */
  single(posted: Posted): Answer {
    this.singleCalls += 1;
    const number = numberOf(posted);
    const word = this.words[number]?.shift() ?? 'ok';
    if (word !== 'ok') return answers[word];
    this.sink.push(number);
    return { status: 200, headers: {}, body: JSON.stringify({ MessageId: `m${number}` }) };
  }

  private takeEach(numbers: readonly number[]): GroupOutcome {
    const interruptions: Interruption[] = [];
    const entries = numbers.map((number): EntryOutcome => {
      const word = this.words[number]?.shift() ?? 'ok';
      if (word === 'refused') return { number, kind: 'refused', reason: 'MESSAGE_REJECTED' };
      if (word === 'ok' || word === 'culprit') {
        this.sink.push(number);
        return { number, kind: 'handedOver', sesMessageId: `m${number}` };
      }
      if (word === 'failed') {
        interruptions.push({ kind: 'transient' });
        return { number, kind: 'released', reason: 'FAILED: Try again in a while.' };
      }
      interruptions.push(word === 'account' ? { kind: word, cause: 'accountSendingPaused' } : { kind: word });
      return { number, kind: 'released' };
    });
    const [interruption] = interruptions;
    return { kind: 'answered', entries, ...(interruption && { interruption }) };
  }

  private refuseWhole(numbers: readonly number[]): GroupOutcome {
    const [only] = numbers;
    if (numbers.length > 1 || only === undefined) return releasedFor(numbers, { kind: 'split' });
    return {
      kind: 'answered',
      entries: [{ number: only, kind: 'refused', reason: 'BadRequestException' }],
      interruption: { kind: 'split' },
    };
  }
}

/** Whether SES was told not to track a message, and whether its tag says so. */
export type Told = { isUntracked: boolean; isTagged: boolean };

export const toldBy = ({ body }: Posted): Told => ({
  isUntracked: body.includes('{"OpenTrackingEnabled":"DISABLED","ClickTrackingEnabled":"DISABLED"}'),
  isTagged: body.includes('{"Name":"tracking","Value":"off"}'),
});

export const toldOf = ({ isUntracked }: { isUntracked?: true }, tags: Record<string, string>): Told => ({
  isUntracked: isUntracked === true,
  isTagged: tags['tracking'] === 'off',
});
