import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { marshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';
import { LIST, personAt } from './people.ts';

/**
 * A table that answers at once, in a process of its own so that only the writer's CPU is measured: everybody is known,
 * or nobody. GET tells what was asked of it. `node bench/import/table.ts known|new`
 */
const isKnown = process.argv[2] === 'known';

const Asked = z.object({
  RequestItems: z.object({ t: z.object({ Keys: z.array(z.object({ pk: z.object({ S: z.string() }) })) }) }).optional(),
  Statements: z.array(z.unknown()).optional(),
});

let requests = 0;
let statements = 0;

const itemOf = (pk: string) => {
  const profile = {
    ...personAt(Number(pk.slice('P#p'.length))),
    lists: [LIST],
    importedAt: '2026-12-01T09:00:00.000Z',
  };
  return marshall({ pk, sk: 'PROFILE', lists: [LIST], doc: profile });
};

const answerTo = (body: string): object => {
  const asked = Asked.parse(JSON.parse(body));
  requests += 1;
  if (asked.Statements) {
    statements += asked.Statements.length;
    return { Responses: asked.Statements.map(() => ({})) };
  }
  const keys = asked.RequestItems?.t.Keys ?? [];
  return { Responses: { t: isKnown ? keys.map(({ pk }) => itemOf(pk.S)) : [] }, UnprocessedKeys: {} };
};

const server = createServer((request, response) => {
  const answer = async (): Promise<void> => {
    const said = request.method === 'GET' ? { requests, statements } : answerTo(await text(request));
    response.writeHead(200, { 'content-type': 'application/x-amz-json-1.0' });
    response.end(JSON.stringify(said));
  };
  void answer();
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`${typeof address === 'object' && address ? address.port : 0}\n`);
});
