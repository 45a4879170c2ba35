import { useMutation } from '@tanstack/react-query';
import { type Attachment, MOST_ATTACHMENT_BYTES } from '../../../domain/model/attachment.ts';
import { ApiProblem, useApi } from '../shell/api.ts';

/** What does not fit into a request never reaches the API, which could say so. */
const refuseTooLarge = ({ size }: Blob): void => {
  if (size <= MOST_ATTACHMENT_BYTES) return;
  const facts = { bytes: size, maxBytes: MOST_ATTACHMENT_BYTES };
  throw new ApiProblem(413, 'too-large', { detail: '', mend: '', cause: 'attachmentTooLarge', facts });
};

/** With one more; a file of the same name takes the place of the earlier one. */
const withFile = (attachments: readonly Attachment[], file: Attachment): Attachment[] => [
  ...attachments.filter(({ name }) => name.toLowerCase() !== file.name.toLowerCase()),
  file,
];

type Upload = {
  files: readonly File[];
  attachments: readonly Attachment[];
  /** Told after each file, so that those before one that is refused are there. */
  onAttached: (attachments: Attachment[]) => void;
};

/** Uploads files one after the other. */
export const useAttachFiles = () => {
  const api = useApi();
  return useMutation({
    mutationFn: async ({ files, attachments, onAttached }: Upload) => {
      let all = attachments;
      for (const file of files) {
        refuseTooLarge(file);
        const query = new URLSearchParams({ name: file.name });
        const attached = withFile(all, await api.postFile<Attachment>(`/attachments?${query.toString()}`, file));
        onAttached(attached);
        all = attached;
      }
      return files.length;
    },
  });
};
