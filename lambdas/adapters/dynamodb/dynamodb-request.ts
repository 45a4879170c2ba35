import type { Posted } from '../sdk/signed-post.ts';

/** JSON says bytes in base64. */
const bytesAsText = (_key: string, value: unknown): unknown =>
  value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value;

type Operation = 'GetItem' | 'PutItem' | 'UpdateItem' | 'BatchGetItem' | 'BatchExecuteStatement' | 'Query';

const posted = (operation: Operation, body: string): Posted => ({
  path: '/',
  headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': `DynamoDB_20120810.${operation}` },
  body,
});

/** An operation of DynamoDB as it goes over the wire (AWS JSON 1.0); `input` in DynamoDB's own types. */
export const dynamoDbRequest = (operation: Operation, input: object): Posted =>
  posted(operation, JSON.stringify(input, bytesAsText));

/** The same of an input without bytes, which JSON writes several times as fast when nobody looks at each value. */
export const dynamoDbTextRequest = (operation: Operation, input: object): Posted =>
  posted(operation, JSON.stringify(input));
