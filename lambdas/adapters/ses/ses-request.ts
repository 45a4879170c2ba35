import { SESv2ServiceException } from '@aws-sdk/client-sesv2';
import * as z from 'zod';
import { jsonOf } from '../../../domain/values/json-of.ts';
import type { Attachment } from '@aws-sdk/client-sesv2';
import type { AttachedFile } from '../../../domain/model/attachment.ts';
import type { Answer } from '../sdk/signed-post.ts';

export type Pair = { Name: string; Value: string };

/** Headers and tags as SES v2 takes them. */
export const pairs = (record: Record<string, string>): Pair[] =>
  Object.entries(record).map(([Name, Value]) => ({ Name, Value }));

/** As REST-JSON has them: the bytes in Base64 (https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_Attachment.html). */
export type WireAttachment = Omit<Attachment, 'RawContent'> & { RawContent: string };

/** What SES puts into each message; nothing of one that has none. Base64 leaves every byte as it is, of a text too. */
export const attached = (files: readonly AttachedFile[] = []): { Attachments?: WireAttachment[] } =>
  files.length === 0
    ? {}
    : {
        Attachments: files.map(({ name, type, base64 }) => ({
          FileName: name,
          ContentType: type,
          ContentDisposition: 'ATTACHMENT',
          ContentTransferEncoding: 'BASE64',
          RawContent: base64,
        })),
      };

const Refused = z.object({ message: z.string().optional(), Message: z.string().optional() });

/** A refusal is one whatever its words: what is no JSON may come from something between SES and here. */
const messageIn = (body: string): string => {
  const { data } = Refused.safeParse(jsonOf(body));
  return data?.message ?? data?.Message ?? '';
};

/** REST-JSON: a header names the exception, perhaps with a namespace before and a link behind it. */
export const exceptionOf = ({ status, headers, body }: Answer): SESv2ServiceException => {
  const name = /(?:^|#)([^#:]+)(?::|$)/.exec(headers['x-amzn-errortype'] ?? '')?.[1] ?? 'UnknownError';
  const $metadata = { httpStatusCode: status };
  return new SESv2ServiceException({ name, message: messageIn(body), $fault: 'client', $metadata });
};
