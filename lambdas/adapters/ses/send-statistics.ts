import { GetSendStatisticsCommand, type SESClient } from '@aws-sdk/client-ses';
import type { SendStatistics } from '../../../domain/prepare/ports/send-statistics.ts';

/** SES counts in quarters of an hour, and takes one such question a second from the account. */
export const STATISTICS_LIFE_MS = 300_000;

/** The points of the last two weeks (https://docs.aws.amazon.com/ses/latest/APIReference/API_GetSendStatistics.html), asked each time. */
export const sendStatisticsFrom = (client: SESClient) => async (): Promise<SendStatistics> => {
  const { SendDataPoints = [] } = await client.send(new GetSendStatisticsCommand({}));
  return SendDataPoints.map(({ DeliveryAttempts = 0, Bounces = 0, Complaints = 0 }) => ({
    attempts: DeliveryAttempts,
    bounces: Bounces,
    complaints: Complaints,
  }));
};
