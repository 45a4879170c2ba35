import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { Snippet } from '../../../domain/model/snippet.ts';
import type { Snippets } from '../../../domain/ports/snippets.ts';
import { enumeratedIn } from './enumerated.ts';

export const snippetsIn = (client: DynamoDBDocumentClient, table: string): Snippets =>
  enumeratedIn(client, table, { pk: 'SNIPPETS', schema: Snippet });
