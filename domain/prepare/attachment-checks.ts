import { bytesOfAll, inMessage } from '../model/attached-bytes.ts';
import { MOST_ATTACHED_PEOPLE, type Attachment } from '../model/attachment.ts';
import type { Check } from '../model/preparation.ts';
import { places } from './markup.ts';

const kilobytes = (bytes: number): number => Math.ceil(bytes / 1000);

/** Findings about what is attached; a mail without attachments has none. `unusable`: names of those that cannot be sent. */
export const attachmentChecks = ({
  attachments,
  unusable,
  toDeliver,
}: {
  attachments: readonly Attachment[];
  unusable: readonly string[];
  toDeliver: number;
}): Check[] => {
  if (attachments.length === 0) return [];
  const bytes = inMessage(bytesOfAll(attachments));
  return [
    places('attachmentsThere', 'blocking', unusable),
    {
      code: 'attachmentsAudience',
      verdict: toDeliver > MOST_ATTACHED_PEOPLE ? 'blocking' : 'passed',
      facts: { people: toDeliver, limit: MOST_ATTACHED_PEOPLE },
    },
    {
      code: 'attachmentsWeight',
      verdict: 'information',
      facts: { kilobytes: kilobytes(bytes), megabytes: kilobytes(kilobytes(bytes * toDeliver)), people: toDeliver },
    },
  ];
};
