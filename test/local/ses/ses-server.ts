import type { AddressInfo } from 'node:net';
import { Account } from '../../../local/ses/account.ts';
import { Limits } from '../../../local/ses/limits.ts';
import { MailStore } from '../../../local/ses/mail-store.ts';
import { Publisher } from '../../../local/ses/publisher.ts';
import { createSesServer } from '../../../local/ses/server.ts';

type Told = { eventType: string; [name: string]: unknown };

/** A local SES of its own, what it published, and how to reach it. */
export const startSes = async (limits = { perSecond: 1000, per24Hours: 100_000 }) => {
  const published: Told[] = [];
  const sns = {
    send: async ({ input }: { input: { PublishBatchRequestEntries?: { Message: string }[] } }) => {
      for (const { Message } of input.PublishBatchRequestEntries ?? [])
        if (Message.startsWith('{')) published.push(JSON.parse(Message) as Told);
      return {};
    },
  };
  const account = new Account({
    limits: new Limits(limits.perSecond, limits.per24Hours, () => Date.now()),
    store: new MailStore(),
    publisher: new Publisher(sns as never),
  });
  account.publisher.setDestination('set', { topicArn: 'arn:aws:sns:us-east-1:000000000000:topic' });
  const server = createSesServer(account);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve());
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  account.store.origin = url;
  const client = { endpoint: url, region: 'us-east-1', credentials: { accessKeyId: 't', secretAccessKey: 't' } };
  const settled = async (): Promise<void> => {
    while (account.publisher.pending > 0) await new Promise((resolve) => setTimeout(resolve, 5));
  };
  const stop = (): void => {
    server.closeAllConnections();
    server.close();
  };
  return { account, published, url, client, settled, stop };
};
