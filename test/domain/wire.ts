import { Readable } from 'node:stream';
import { HttpResponse, type HttpRequest } from '@smithy/core/protocols';

export type Said = { statusCode: number; body: string; headers?: Record<string, string> } | Error;

/** What stands at the other end of the wire: keeps every request, says the next answer. */
export const wire = (...answers: Said[]) => {
  const requests: HttpRequest[] = [];
  const handle = async (request: HttpRequest) => {
    requests.push(request);
    const said = answers.shift() ?? { statusCode: 200, body: '{}' };
    if (said instanceof Error) throw said;
    const { statusCode, body, headers = {} } = said;
    return { response: new HttpResponse({ statusCode, headers, body: Readable.from([Buffer.from(body)]) }) };
  };
  return { requests, requestHandler: { handle } };
};

/** DynamoDB cancelled a transaction, and for each of its items why. */
export const cancelled = (...codes: string[]): Said => ({
  statusCode: 400,
  body: JSON.stringify({
    __type: 'com.amazonaws.dynamodb.v20120810#TransactionCanceledException',
    CancellationReasons: codes.map((Code) => ({ Code })),
  }),
});
