import { Problem } from '../../domain/http/problem.ts';
import type { HttpHandler } from '../../domain/http/route.ts';
import { currentProfile } from '../../domain/model/merged-profile.ts';
import type { Profiles } from '../../domain/ports/profiles.ts';
import type { trackRoutes } from '../../domain/track/routes.ts';
import { loadSource, readerOf, renderedFor, type FrozenMailPorts, type Reader } from '../content/frozen-mail.ts';
import { readPreheader } from '../content/read-preheader.ts';
import { withoutSesMarks } from '../content/ses-marks.ts';

export type MessageMailPorts = FrozenMailPorts & { profiles: Pick<Profiles, 'get' | 'mergedInto'> };

type Source = Awaited<ReturnType<typeof loadSource>>;

const recipientOf = async (ports: MessageMailPorts, source: Source, number: string): Promise<Reader> => {
  const reader = /^\d{1,10}$/.test(number) ? await readerOf(ports, source, Number(number)) : undefined;
  if (reader) return reader;
  throw new Problem('not-found', 'The run has no message of this number.', 'Look it up in its sending log.');
};

/**
 * GET /runs/{id}/messages/{number}/mail: what the recipient sees behind the link of the mail, for whoever helps them. A
 * person who was erased is shown to nobody, although what was frozen of them lies there until its end.
 */
export const getMessageMail =
  (ports: MessageMailPorts): HttpHandler<typeof trackRoutes.getMessageMail> =>
  async ({ params: { id, number } }) => {
    const source = await loadSource(ports, id);
    const reader = await recipientOf(ports, source, number);
    const { profileId, address } = reader;
    const profile = await currentProfile(ports.profiles, profileId);
    if (!profile || profile.erasedAt !== undefined)
      throw new Problem(
        'people-deleted',
        'The person who got this mail is erased.',
        'Their mail is not shown any more; what the campaign says is in the preview of the run.',
        { cause: 'mailOfErased' },
      );
    const mail = renderedFor(source, reader, ports.consoleUrl);
    const { sender, sendAt } = source.manifest;
    return {
      number: Number(number),
      profileId,
      address,
      from: `${sender.name} <${sender.address}>`,
      sendAt,
      preheader: readPreheader(mail.html),
      ...mail,
      html: withoutSesMarks(mail.html),
    };
  };
