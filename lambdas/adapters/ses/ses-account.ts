import { GetAccountCommand, GetEmailIdentityCommand, NotFoundException, type SESv2Client } from '@aws-sdk/client-sesv2';
import type { Clock } from '../../../domain/ports/clock.ts';
import type { Quota, SesAccount } from '../../../domain/ports/ses-account.ts';

/** SES allows about one such call a second, so an answer is used for this long. */
const QUOTA_LIFE_MS = 10_000;

const isIdentityVerified = async (client: SESv2Client, identity: string): Promise<boolean> => {
  try {
    const { VerifiedForSendingStatus } = await client.send(new GetEmailIdentityCommand({ EmailIdentity: identity }));
    return VerifiedForSendingStatus === true;
  } catch (error) {
    if (error instanceof NotFoundException) return false;
    throw error;
  }
};

/** Asked through the client that sends, so that the send Lambda loads one client of SES and not two. */
export const sesAccountWith = (client: SESv2Client, clock: Clock): SesAccount => {
  let kept: { quota: Quota; until: number } | undefined;
  return {
    quota: async () => {
      if (kept && clock() < kept.until) return kept.quota;
      const { SendQuota } = await client.send(new GetAccountCommand({}));
      const quota = {
        perSecond: SendQuota?.MaxSendRate ?? 0,
        per24Hours: SendQuota?.Max24HourSend ?? 0,
        sentLast24Hours: SendQuota?.SentLast24Hours ?? 0,
      };
      kept = { quota, until: clock() + QUOTA_LIFE_MS };
      return quota;
    },
    isVerified: async (address) => {
      const domain = address.slice(address.lastIndexOf('@') + 1);
      return (await isIdentityVerified(client, address)) || isIdentityVerified(client, domain);
    },
  };
};
