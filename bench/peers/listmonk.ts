import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import * as z from 'zod';
import { stop, until } from '../../local/processes.ts';
import { LISTMONK_PORT, type Installed } from './listmonk-install.ts';
import type { Postgres } from './postgres.ts';

const Answer = z.object({ data: z.unknown() });
const Created = z.object({ id: z.number() });

/** Settings that speed it up: a rate that never limits, tracking of individuals as Freigabe has it. */
const fast = {
  'app.concurrency': 10,
  'app.message_rate': 10_000,
  'app.batch_size': 1000,
  'app.max_send_errors': 0,
  'app.message_sliding_window': false,
  'app.check_updates': false,
  'app.root_url': `http://127.0.0.1:${LISTMONK_PORT}`,
  'app.from_email': 'News <news@peers.example>',
  'privacy.individual_tracking': true,
  'privacy.disable_tracking': false,
};

const smtp = (port: number) => [
  {
    enabled: true,
    host: '127.0.0.1',
    port,
    auth_protocol: 'none',
    username: '',
    password: '',
    hello_hostname: '',
    max_conns: 10,
    idle_timeout: '15s',
    wait_timeout: '5s',
    max_msg_retries: 2,
    msg_retry_delay: '10ms',
    tls_type: 'none',
    tls_skip_verify: false,
    email_headers: [],
    from_addresses: [],
  },
];

export type Mail = { subject: string; html: string; text: string };

/** One listmonk at a time: it reads its settings from the database when it starts. */
export class Listmonk {
  private child: ChildProcess | undefined;
  private readonly installed: Installed;
  private readonly postgres: Postgres;
  private readonly smtpPort: number;

  constructor(installed: Installed, postgres: Postgres, smtpPort: number) {
    this.installed = installed;
    this.postgres = postgres;
    this.smtpPort = smtpPort;
  }

  get pid(): number {
    return this.child?.pid ?? 0;
  }

  async start(settings: Record<string, unknown> = {}): Promise<void> {
    const all = { ...fast, smtp: smtp(this.smtpPort), ...settings };
    const updates = Object.entries(all).map(
      ([key, value]) => `update settings set value = '${JSON.stringify(value)}' where key = '${key}'`,
    );
    await this.postgres.query(updates.join(';'));
    const { binary, sourceFolder } = this.installed;
    this.child = spawn(binary, ['--config', 'config.toml'], { cwd: sourceFolder, stdio: 'ignore' });
    await until('listmonk', async () => (await this.call('GET', '/health')) !== undefined);
  }

  async stop(): Promise<void> {
    await stop(this.pid);
    this.child = undefined;
  }

  /** What a power cut does. */
  async kill(): Promise<void> {
    this.child?.kill('SIGKILL');
    await wait(300);
  }

  /** A campaign that waits to be started; answers its id. */
  async campaign(mail: Mail, list: 'bench' | 'small'): Promise<number> {
    const template = await this.postgres.query("select coalesce(max(id), 0) from templates where name = 'bare'");
    const templateId = Number(template) || (await this.bareTemplate());
    const listId = Number(await this.postgres.query(`select id from lists where name = '${list}'`));
    const created = await this.call('POST', '/campaigns', {
      name: `bench ${Date.now()}`,
      subject: mail.subject,
      lists: [listId],
      from_email: 'News <news@peers.example>',
      type: 'regular',
      messenger: 'email',
      template_id: templateId,
      content_type: 'html',
      body: mail.html,
      altbody: mail.text,
    });
    return Created.parse(created).id;
  }

  async setStatus(id: number, status: 'running' | 'paused' | 'cancelled'): Promise<void> {
    await this.call('PUT', `/campaigns/${id}/status`, { status });
  }

  private async bareTemplate(): Promise<number> {
    const body = '{{ template "content" . }}';
    return Created.parse(await this.call('POST', '/templates', { name: 'bare', type: 'campaign', body })).id;
  }

  private async call(method: string, path: string, body?: object): Promise<unknown> {
    const answer = await fetch(`http://127.0.0.1:${LISTMONK_PORT}/api${path}`, {
      method,
      headers: { authorization: `token benchapi:${this.installed.token}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`listmonk answered ${answer.status} to ${method} ${path}`);
    return Answer.parse(await answer.json()).data;
  }
}
