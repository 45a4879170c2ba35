import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { Segment } from '../../../domain/model/segment.ts';
import type { Segments } from '../../../domain/ports/segments.ts';
import { versionedIn } from './versioned.ts';

export const segmentsIn = (client: DynamoDBDocumentClient, table: string): Segments =>
  versionedIn(client, table, { pk: 'SEGMENTS', schema: Segment });
