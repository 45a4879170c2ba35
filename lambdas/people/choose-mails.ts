import type { HttpHandler } from '../../domain/http/route.ts';
import { mailKinds } from '../../domain/people/mail-choice.ts';
import type { MailChoices } from '../../domain/people/ports/mail-choices.ts';
import type { peopleRoutes } from '../../domain/people/routes.ts';

/** GET /me/mails */
export const getMails =
  ({ choices }: { choices: Pick<MailChoices, 'offOf'> }): HttpHandler<typeof peopleRoutes.getMails> =>
  async ({ actor }) => ({ off: await choices.offOf(actor.sub) });

/** PUT /me/mails */
export const chooseMails =
  ({ choices }: { choices: Pick<MailChoices, 'write'> }): HttpHandler<typeof peopleRoutes.chooseMails> =>
  async ({ body, actor }) => {
    const off = mailKinds.filter((kind) => body.off.includes(kind));
    await choices.write(actor.sub, off);
    return { off };
  };
