import { trackedHtml } from './tracking.ts';

/** A mail as the local SES keeps it. Bulk mails share their skeleton; bodies are put together when somebody looks. */
export type Mail = {
  messageId: string;
  to: string;
  from: string;
  headers: Record<string, string>;
  tags: Record<string, string>;
  /** Undefined: sent without configuration set, so nothing is published about it. */
  configurationSet: string | undefined;
  receivedAt: string;
  /** SES was told, for this mail, not to track opens, or clicks. */
  untracked?: { opens: boolean; clicks: boolean };
  content: () => { subject: string; html: string; text: string };
  /** Names of placeholders that had no value: SES accepts such a mail and reports a rendering failure. */
  missing: string[];
  /** Absent: none. Mails of one call share the bytes. */
  attachments?: { name: string; type: string; content: Uint8Array }[];
};

export type ShownMail = Omit<Mail, 'content' | 'missing' | 'configurationSet' | 'untracked' | 'attachments'> & {
  subject: string;
  html: string;
  text: string;
  /** By their places among them, `/messages/{id}/attachments/{place}` gives their bytes. */
  attachments?: { name: string; type: string; bytes: number }[];
};

/** A mail as its recipient has it: what went out by a configuration set has its links tracked. */
export const show = (mail: Mail, origin: string): ShownMail => {
  const { messageId, to, from, headers, tags, receivedAt, configurationSet, untracked, attachments } = mail;
  const { subject, html, text } = mail.content();
  const shown = configurationSet === undefined || untracked?.clicks ? html : trackedHtml(html, { origin, messageId });
  return {
    messageId,
    to,
    from,
    headers,
    tags,
    receivedAt,
    subject,
    html: shown,
    text,
    ...(attachments && {
      attachments: attachments.map(({ name, type, content }) => ({ name, type, bytes: content.length })),
    }),
  };
};

/** A mail of Freigabe itself about a run, to an approver or as a proof, by the tag that it goes with; no message of a campaign. */
export const isOwn = ({ tags }: Pick<Mail, 'tags'>): boolean => 'own-run' in tags;
