import { parseArgs } from 'node:util';
import { SNSClient } from '@aws-sdk/client-sns';
import { Account } from './account.ts';
import { keepInbox, keptInbox } from './kept-inbox.ts';
import { Limits } from './limits.ts';
import { MailStore } from './mail-store.ts';
import { Publisher } from './publisher.ts';
import { createSesServer } from './server.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4579' },
    'aws-endpoint': { type: 'string', default: 'http://127.0.0.1:4566' },
    rate: { type: 'string' },
    quota: { type: 'string' },
    'bulk-calls': { type: 'string' },
    reads: { type: 'string' },
    sandbox: { type: 'boolean', default: false },
    /** The file in which the inbox outlives a restart. */
    inbox: { type: 'string' },
  },
});

const endpoint = values['aws-endpoint'];
if (!['127.0.0.1', 'localhost'].includes(new URL(endpoint).hostname)) {
  process.stderr.write(`local SES: --aws-endpoint must be on this machine, not ${endpoint}\n`);
  process.exit(2);
}

const client = new SNSClient({
  endpoint,
  region: 'us-east-1',
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
});
const account = new Account({
  limits: new Limits(Number(values.rate), Number(values.quota), () => Date.now()),
  store: new MailStore(),
  publisher: new Publisher(client),
});

if (values['bulk-calls'] !== undefined) account.limits.bulkCallsPerSecond = Number(values['bulk-calls']);
if (values.reads !== undefined) account.limits.readsPerSecond = Number(values.reads);
account.isInSandbox = values.sandbox;

account.store.origin = `http://127.0.0.1:${values.port}`;

const { inbox } = values;
if (inbox !== undefined) for (const mail of keptInbox(inbox)) account.store.add(mail);

const server = createSesServer(account);
server.listen(Number(values.port), '127.0.0.1', () =>
  process.stdout.write(`local SES ready on http://127.0.0.1:${values.port}\n`),
);

/** Events that were on their way reach their topic, as long as that is there. */
const PATIENCE_MS = 5000;

process.once('SIGTERM', () => {
  server.closeAllConnections();
  server.close();
  if (inbox !== undefined) keepInbox(inbox, account.store.all());
  const end = Date.now() + PATIENCE_MS;
  setInterval(() => {
    if (account.publisher.pending === 0 || Date.now() > end) process.exit(0);
  }, 20);
});
