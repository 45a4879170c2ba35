import {
  CloudWatchLogsClient,
  paginateDescribeLogGroups,
  paginateFilterLogEvents,
} from '@aws-sdk/client-cloudwatch-logs';
import { clientSettings, type Settings } from '../local/settings.ts';

export type LambdaUse = { calls: number; gigabyteSeconds: number };

/** The line that Lambda writes after each call, as CloudWatch keeps it. */
const report = /Billed Duration: ([\d.]+) ms\tMemory Size: (\d+) MB/;

/** What each function was billed for since `since` (ms), by its room and name as in `SendSendChunk`. */
export const lambdaUse = async (settings: Settings, since: number): Promise<Map<string, LambdaUse>> => {
  const client = new CloudWatchLogsClient(clientSettings(settings));
  const used = new Map<string, LambdaUse>();
  for await (const { logGroups = [] } of paginateDescribeLogGroups({ client }, {}))
    for (const { logGroupName = '' } of logGroups) {
      const name = /([A-Za-z]+)Logs[0-9A-F]{8}$/.exec(logGroupName)?.[1];
      if (name === undefined) continue;
      const use = { calls: 0, gigabyteSeconds: 0 };
      const query = { logGroupName, filterPattern: 'REPORT', startTime: since };
      for await (const { events = [] } of paginateFilterLogEvents({ client }, query))
        for (const { message = '' } of events) {
          const [, ms, megabytes] = report.exec(message) ?? [];
          use.calls += 1;
          use.gigabyteSeconds += (Number(ms) / 1000) * (Number(megabytes) / 1024);
        }
      used.set(name, use);
    }
  return used;
};
