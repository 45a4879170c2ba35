import { outcomeMail } from '../../domain/confirm/outcome-mail.ts';
import type { RunIn } from '../../domain/model/run.ts';
import { isMailed } from '../../domain/people/people.ts';
import type { AskPorts } from './ask-approvers.ts';

/** Mails the reason to the person who asked. The decision holds whether or not the mail goes out; the console has it too. */
export const tellRequester = async (
  ports: Pick<AskPorts, 'mailer' | 'choices' | 'sender' | 'consoleUrl' | 'report'>,
  run: RunIn<'Rejected'>,
): Promise<void> => {
  if (!isMailed(run.requestedBy)) return;
  try {
    if ((await ports.choices.offOf(run.requestedBy.sub)).includes('refused')) return;
    await ports.mailer.send(outcomeMail({ run, link: `${ports.consoleUrl}/runs/${run.id}`, from: ports.sender }));
  } catch (error) {
    ports.report(error);
  }
};
