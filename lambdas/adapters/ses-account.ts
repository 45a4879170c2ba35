import { GetIdentityVerificationAttributesCommand, GetSendQuotaCommand, type SESClient } from '@aws-sdk/client-ses';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Quota, SesAccount } from '../../domain/ports/ses-account.ts';

/** SES allows about one such call a second, so an answer is used for this long. */
const QUOTA_LIFE_MS = 10_000;

export const sesAccountWith = (client: SESClient, clock: Clock): SesAccount => {
  let kept: { quota: Quota; until: number } | undefined;
  return {
    quota: async () => {
      if (kept && clock() < kept.until) return kept.quota;
      const answer = await client.send(new GetSendQuotaCommand({}));
      const quota = {
        perSecond: answer.MaxSendRate ?? 0,
        per24Hours: answer.Max24HourSend ?? 0,
        sentLast24Hours: answer.SentLast24Hours ?? 0,
      };
      kept = { quota, until: clock() + QUOTA_LIFE_MS };
      return quota;
    },
    isVerified: async (address) => {
      const domain = address.slice(address.lastIndexOf('@') + 1);
      const { VerificationAttributes = {} } = await client.send(
        new GetIdentityVerificationAttributesCommand({ Identities: [address, domain] }),
      );
      return Object.values(VerificationAttributes).some((identity) => identity.VerificationStatus === 'Success');
    },
  };
};
