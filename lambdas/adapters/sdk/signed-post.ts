import { hash } from 'node:crypto';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { DynamoDBClientResolvedConfig } from '@aws-sdk/client-dynamodb';
import type { SESv2ClientResolvedConfig } from '@aws-sdk/client-sesv2';
import { getEndpointFromInstructions, type EndpointParameterInstructionsSupplier } from '@smithy/core/endpoints';
import { HttpRequest, type HttpResponse } from '@smithy/core/protocols';
import { SignatureV4 } from '@smithy/signature-v4';
import * as z from 'zod';

export type Posted = { path: string; headers: Record<string, string>; body: string };
export type Answer = { status: number; headers: Record<string, string>; body: string };

/** It was never put on the wire: there was no place to send it to, or nobody to sign it. */
export class NotSent extends Error {
  constructor(cause: unknown) {
    super('the request was not sent', { cause });
    this.name = 'NotSent';
  }
}

/**
 * One POST to an AWS service: asked once, whatever the answer.
 * @throws NotSent before anything left; after that what the connection breaks with, and TimeoutError when the
 * client's own timeout passes
 */
export type SignedPost = (request: Posted) => Promise<Answer>;

type Client = { config: DynamoDBClientResolvedConfig | SESv2ClientResolvedConfig };
type Connections = { handle: (request: HttpRequest) => Promise<{ response: HttpResponse }> };
type Place = { protocol: string; hostname: string; port?: number; host: string };

const endpointOf = async ({ config }: Client, command: EndpointParameterInstructionsSupplier): Promise<URL> =>
  (await getEndpointFromInstructions({}, command, config)).url;

const Body = z.instanceof(Readable);

const placeOf = ({ protocol, hostname, host, port }: URL): Place => ({
  protocol,
  hostname,
  host,
  ...(port !== '' && { port: Number(port) }),
});

/**
 * The SDK's own endpoint, credentials, signature and connections, without the dozen middlewares and the traversal of
 * a schema that its `send` puts around each request: for the calls that every group of a campaign makes, and only
 * for them. `command` says by which operation the endpoint is chosen.
 */
export const signedPostOf = (
  client: Client,
  service: string,
  command: EndpointParameterInstructionsSupplier,
): SignedPost => posting(client, service, async () => placeOf(await endpointOf(client, command)));

/** The same for a service that the SDK in use has no client of: `client` lends its credentials and connections. */
export const signedPostTo = (client: Client, service: string, endpoint: string): SignedPost =>
  posting(client, service, async () => placeOf(new URL(endpoint)));

const posting = (client: Client, service: string, find: () => Promise<Place>): SignedPost => {
  const { region, credentials, sha256, requestHandler } = client.config;
  const connections: Connections = requestHandler;
  const signer = new SignatureV4({ service, region, credentials, sha256 });
  let known: Place | undefined;
  const signed = async ({ path, headers, body }: Posted): Promise<HttpRequest> => {
    try {
      known ??= await find();
      const { host, ...at } = known;
      // Bytes once, for the hash, the length and the socket: each of them would turn a text into bytes of its own.
      const bytes = Buffer.from(body);
      const all = {
        host,
        'content-length': String(bytes.length),
        'x-amz-content-sha256': hash('sha256', bytes),
        ...headers,
      };
      const request = new HttpRequest({ ...at, method: 'POST', path, headers: all, body: bytes });
      return new HttpRequest(await signer.sign(request));
    } catch (error) {
      throw new NotSent(error);
    }
  };
  return async (posted) => {
    const { response } = await connections.handle(await signed(posted));
    const body = await text(Body.parse(response.body));
    return { status: response.statusCode, headers: response.headers, body };
  };
};
