import * as z from 'zod';

/** Mails of ours about a run: the question to an approver, what became of the run, and a proof. */
export const ownMails = ['approval', 'notice', 'proof'] as const;
export const OwnMail = z.enum(ownMails);
export type OwnMail = z.infer<typeof OwnMail>;

/** Which run a mail of ours is about, and who of the user pool gets it; null: a proof, which may go to an address of nobody there. */
export type About = { runId: string; mail: OwnMail; sub: string | null };

const names = { run: 'own-run', mail: 'own-mail', person: 'own-person' } as const;

/** SES tags by which an event finds back to the run. Their values take only [A-Za-z0-9_-], as run ids and subs do (SES API, MessageTag). */
export const ownTags = ({ runId, mail, sub }: About): Record<string, string> => ({
  [names.run]: runId,
  [names.mail]: mail,
  ...(sub !== null && { [names.person]: sub }),
});

/** What the tags of an event say; undefined: it is not about a mail of ours about a run. */
export const aboutOf = (tags: Readonly<Record<string, readonly string[]>>): About | undefined => {
  const [runId] = tags[names.run] ?? [];
  const mail = OwnMail.safeParse(tags[names.mail]?.[0]);
  return runId !== undefined && runId !== '' && mail.success
    ? { runId, mail: mail.data, sub: tags[names.person]?.[0] ?? null }
    : undefined;
};
