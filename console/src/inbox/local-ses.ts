import * as z from 'zod';

export const Mail = z.object({
  messageId: z.string(),
  to: z.string(),
  from: z.string(),
  subject: z.string(),
  headers: z.record(z.string(), z.string()),
  tags: z.record(z.string(), z.string()),
  text: z.string(),
  html: z.string(),
  receivedAt: z.string(),
  attachments: z.array(z.object({ name: z.string(), type: z.string(), bytes: z.number() })).default([]),
});
export type Mail = z.infer<typeof Mail>;

const Mails = z.object({ messages: z.array(Mail), cursor: z.string().nullish() });
export type Mails = z.infer<typeof Mails>;

export type Act = 'open' | 'click' | 'bounce' | 'complaint' | 'unsubscribe';

const base = '/local/ses';

/** The newest mails first. */
export const listMails = async (to: string, cursor: string): Promise<Mails> => {
  const query = new URLSearchParams({ order: 'newest', limit: '30', ...(to && { to }), ...(cursor && { cursor }) });
  return Mails.parse(await (await fetch(`${base}/messages?${query.toString()}`)).json());
};

export const getMail = async (messageId: string): Promise<Mail> =>
  Mail.parse(await (await fetch(`${base}/messages/${encodeURIComponent(messageId)}`)).json());

/** Where a file of a mail is saved from, by its place. */
export const attachmentPath = ({ messageId }: Mail, place: number): string =>
  `${base}/messages/${encodeURIComponent(messageId)}/attachments/${place}`;

/** Lets the recipient do something. @throws Error when the local SES refuses */
export const act = async (messageId: string, kind: Act, link?: string): Promise<void> => {
  const body = JSON.stringify({ kind, ...(link !== undefined && { link }) });
  const answer = await fetch(`${base}/messages/${encodeURIComponent(messageId)}/events`, { method: 'POST', body });
  if (!answer.ok) throw new Error(String(answer.status));
};

/** The console's own page behind the link of an approval mail. */
export const confirmationPath = ({ text }: Mail): string | undefined => /\/confirmations\/[\w-]+/.exec(text)?.[0];

/** Links of the HTML part, each once, without the one to unsubscribe. */
/** Where a link leads that SES tracks. */
const targetOf = (link: string): string => {
  const target = /\/L0\/([^/]+)\/1\//.exec(link)?.[1];
  return target === undefined ? link : decodeURIComponent(target);
};

export const linksOf = ({ html }: Mail): string[] => {
  const anchors = new DOMParser().parseFromString(html, 'text/html').querySelectorAll('a[href^="http"]');
  const links = [...anchors].map((anchor) => targetOf(anchor.getAttribute('href') ?? ''));
  return [...new Set(links)].filter((link) => !link.includes('/unsubscribe/'));
};
