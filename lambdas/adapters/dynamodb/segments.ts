import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { Segment } from '../../../domain/model/segment.ts';
import type { Segments } from '../../../domain/ports/segments.ts';
import { enumeratedIn } from './enumerated.ts';

export const segmentsIn = (client: DynamoDBDocumentClient, table: string): Segments =>
  enumeratedIn(client, table, { pk: 'SEGMENTS', schema: Segment });
