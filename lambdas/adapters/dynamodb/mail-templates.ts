import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { MailTemplate } from '../../../domain/model/mail-template.ts';
import type { Contents } from '../../../domain/ports/contents.ts';
import type { KeptContents, MailTemplates } from '../../../domain/write/ports/mail-templates.ts';
import { contentIn, storedContent, summaryOf } from './campaign-item.ts';
import { enumeratedIn } from './enumerated.ts';

export const mailTemplatesIn = (client: DynamoDBDocumentClient, table: string): MailTemplates =>
  enumeratedIn(client, table, { pk: 'TEMPLATES', schema: MailTemplate });

/** As campaigns keep theirs: the same content is there once, whoever names it. */
export const keptContentsIn = (contents: Contents): KeptContents => ({
  keep: async (content) => {
    const { sha256, text } = storedContent(content);
    await contents.keep(sha256, text);
    return summaryOf(content);
  },
  read: async ({ sha256 }) => contentIn(await contents.get(sha256), sha256),
});
