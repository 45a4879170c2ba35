import { show, type Mail, type ShownMail } from './mail.ts';

/** More than the largest local run; beyond it the oldest mails are forgotten. */
const MAX_MAILS = 120_000;

export type MailQuery = { to?: string; since?: string; tag?: string; cursor?: string; limit: number };

/** Every mail in the order of arrival. A cursor is the number of a mail, counted from the first ever. */
export class MailStore {
  /** Where the links of a mail lead that is tracked. */
  origin = 'http://127.0.0.1:4579';
  private mails: Mail[] = [];
  private forgotten = 0;
  private readonly byId = new Map<string, Mail>();

  add(mail: Mail): void {
    this.mails.push(mail);
    this.byId.set(mail.messageId, mail);
    if (this.mails.length <= MAX_MAILS) return;
    for (const old of this.mails.splice(0, MAX_MAILS / 10)) this.byId.delete(old.messageId);
    this.forgotten += MAX_MAILS / 10;
  }

  get(messageId: string): Mail | undefined {
    return this.byId.get(messageId);
  }

  shown(mail: Mail): ShownMail {
    return show(mail, this.origin);
  }

  get size(): number {
    return this.mails.length;
  }

  all(): readonly Mail[] {
    return this.mails;
  }

  clear(): void {
    this.forgotten += this.mails.length;
    this.mails = [];
    this.byId.clear();
  }

  list(query: MailQuery): { messages: ShownMail[]; cursor: string | null } {
    const messages: ShownMail[] = [];
    let index = Math.max(0, Number(query.cursor ?? 0) - this.forgotten);
    for (; index < this.mails.length && messages.length < query.limit; index += 1) {
      const mail = this.mails[index];
      if (mail && matches(mail, query)) messages.push(this.shown(mail));
    }
    return { messages, cursor: index < this.mails.length ? String(index + this.forgotten) : null };
  }

  /** Newest first, for the inbox page. */
  latest(query: MailQuery): { messages: ShownMail[] } {
    const found: ShownMail[] = [];
    for (let index = this.mails.length - 1; index >= 0 && found.length < query.limit; index -= 1) {
      const mail = this.mails[index];
      if (mail && matches(mail, query)) found.push(this.shown(mail));
    }
    return { messages: found };
  }
}

const matches = (mail: Mail, { to, since, tag }: MailQuery): boolean => {
  const [name = '', value] = tag?.split(':') ?? [];
  return (
    (to === undefined || mail.to.toLowerCase().includes(to.toLowerCase())) &&
    (since === undefined || mail.receivedAt >= since) &&
    (tag === undefined || mail.tags[name] === value)
  );
};
