import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { Snippet } from '../../../domain/model/snippet.ts';
import type { Snippets } from '../../../domain/ports/snippets.ts';
import { versionedIn } from './versioned.ts';

export const snippetsIn = (client: DynamoDBDocumentClient, table: string): Snippets =>
  versionedIn(client, table, { pk: 'SNIPPETS', schema: Snippet });
