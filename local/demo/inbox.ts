import * as z from 'zod';

const InboxMail = z.object({
  messageId: z.string(),
  to: z.string(),
  from: z.string(),
  subject: z.string(),
  tags: z.record(z.string(), z.string()),
  text: z.string(),
  receivedAt: z.string(),
});
export type InboxMail = z.infer<typeof InboxMail>;
const Mails = z.object({ messages: z.array(InboxMail), cursor: z.string().nullish() });

const Health = z.object({ messages: z.int(), pendingEvents: z.int(), publishedEvents: z.int() });

/** The inbox of the local SES: everything that was ever mailed on this machine. */
export class Inbox {
  readonly url: string;

  constructor(url: string) {
    this.url = url;
  }

  async find(filter: Record<string, string>): Promise<InboxMail[]> {
    const found: InboxMail[] = [];
    let cursor: string | undefined;
    do {
      const query = new URLSearchParams({ limit: '1000', ...filter, ...(cursor !== undefined && { cursor }) });
      const page = Mails.parse(await (await fetch(`${this.url}/messages?${query.toString()}`)).json());
      found.push(...page.messages);
      cursor = page.cursor ?? undefined;
    } while (cursor !== undefined);
    return found;
  }

  async health(): Promise<z.infer<typeof Health>> {
    return Health.parse(await (await fetch(`${this.url}/health`)).json());
  }

  /** What recipients do from now on; with `demo` they behave as the seed foretells. */
  async behave(mode: 'plain' | 'demo', seed: number): Promise<void> {
    await fetch(`${this.url}/behaviour`, { method: 'PUT', body: JSON.stringify({ mode, seed }) });
  }

  /** The id of the confirmation link in the newest approval mail to this person. */
  async confirmationLink(to: string, since: string): Promise<string | undefined> {
    const mails = await this.find({ to, since });
    return mails.map(({ text }) => /\/confirmations\/([\w-]+)/.exec(text)?.[1]).findLast((id) => id !== undefined);
  }
}
