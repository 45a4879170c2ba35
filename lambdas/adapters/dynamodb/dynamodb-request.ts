import type { Posted } from '../sdk/signed-post.ts';

/** JSON says bytes in base64. */
const bytesAsText = (_key: string, value: unknown): unknown =>
  value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value;

/** An operation of DynamoDB as it goes over the wire (AWS JSON 1.0); `input` in DynamoDB's own types. */
export const dynamoDbRequest = (
  operation: 'GetItem' | 'PutItem' | 'UpdateItem' | 'BatchGetItem' | 'BatchExecuteStatement',
  input: object,
): Posted => ({
  path: '/',
  headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': `DynamoDB_20120810.${operation}` },
  body: JSON.stringify(input, bytesAsText),
});
