import { GetAccountCommand, type SESv2Client } from '@aws-sdk/client-sesv2';
import type { Clock } from '../../../domain/ports/clock.ts';
import type { Quota, SesAccount } from '../../../domain/ports/ses-account.ts';
import type { SesIdentities } from './ses-identities.ts';

/** SES allows one such question a second, so an answer is used for this long. */
const QUOTA_LIFE_MS = 10_000;

/** What SES grants, asked each time. */
export const quotaFrom = (client: SESv2Client) => async (): Promise<Quota> => {
  const { SendQuota, ProductionAccessEnabled } = await client.send(new GetAccountCommand({}));
  return {
    perSecond: SendQuota?.MaxSendRate ?? 0,
    per24Hours: SendQuota?.Max24HourSend ?? 0,
    sentLast24Hours: SendQuota?.SentLast24Hours ?? 0,
    isInSandbox: ProductionAccessEnabled === false,
  };
};

/** What SES says now; when it gives no answer, what it said last. */
export const keptAnswer = <Answer>(
  ask: () => Promise<Answer>,
  clock: Clock,
  lifeMs = QUOTA_LIFE_MS,
): (() => Promise<Answer>) => {
  let kept: { answer: Answer; until: number } | undefined;
  return async () => {
    if (kept && clock() < kept.until) return kept.answer;
    try {
      kept = { answer: await ask(), until: clock() + lifeMs };
    } catch (error) {
      if (!kept) throw error;
    }
    return kept.answer;
  };
};

/** May SES send from an address? Its domain is asked first: that is what the set-up asks for. */
export const isVerifiedBy =
  (identities: SesIdentities): SesAccount['isVerified'] =>
  async (address) => {
    const domain = address.slice(address.lastIndexOf('@') + 1);
    return (await identities.ofDomain(domain)) !== undefined || (await identities.find(address)) !== undefined;
  };
