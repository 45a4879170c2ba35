import { closeSync, existsSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import * as z from 'zod';
import { isOwn, type Mail } from './mail.ts';

const Content = z.object({ subject: z.string(), html: z.string(), text: z.string() });
const KeptMail = z.object({
  messageId: z.string(),
  to: z.string(),
  from: z.string(),
  headers: z.record(z.string(), z.string()),
  tags: z.record(z.string(), z.string()),
  configurationSet: z.string().optional(),
  receivedAt: z.string(),
  content: Content,
  missing: z.array(z.string()),
});

/** Of mails of campaigns, which may be as large as a picture each, the newest; of all others, such as approval mails, each. */
const OF_CAMPAIGNS = 2000;

const isOfCampaign = (mail: Mail): boolean => mail.configurationSet !== undefined && !isOwn(mail);

const worthKeeping = (mails: readonly Mail[]): Mail[] => {
  const newest = new Set(mails.filter(isOfCampaign).slice(-OF_CAMPAIGNS));
  return mails.filter((mail) => !isOfCampaign(mail) || newest.has(mail));
};

/** Without what is attached, which would be megabytes a mail. Writes the inbox as JSON lines, a mail a line in the order of arrival; all of it or, when it is ended before, nothing. */
export const keepInbox = (file: string, mails: readonly Mail[]): void => {
  const unfinished = `${file}.new`;
  const target = openSync(unfinished, 'w', 0o600);
  for (const { attachments: _left, ...mail } of worthKeeping(mails))
    writeSync(target, `${JSON.stringify({ ...mail, content: mail.content() })}\n`);
  closeSync(target);
  renameSync(unfinished, file);
};

const mailOf = (line: string): Mail | undefined => {
  try {
    const { content, configurationSet, ...mail } = KeptMail.parse(JSON.parse(line));
    return { ...mail, configurationSet, content: () => content };
  } catch {
    return undefined;
  }
};

/** What `keepInbox` wrote; a line that is none of its is left out. */
export const keptInbox = (file: string): Mail[] =>
  existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .flatMap((line) => mailOf(line) ?? [])
    : [];
