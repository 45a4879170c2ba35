import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import type { Mail } from './mail.ts';

/** A mail as it would be on the wire (RFC 5322, RFC 2045), names of files as RFC 2231 has them. */
export const mimeOf = async ({ from, to, headers, content, attachments = [] }: Mail): Promise<Uint8Array> =>
  new MailComposer({
    from,
    to,
    headers,
    ...content(),
    attachments: attachments.map(({ name, type, content: bytes }) => ({
      filename: name,
      contentType: type,
      content: Buffer.from(bytes),
      contentTransferEncoding: 'base64',
    })),
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
