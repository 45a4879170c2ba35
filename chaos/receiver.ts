import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';

/** `at`: by the clock of whoever posted, in seconds. */
export type Post = { id: string; at: number };

/** A receiver of webhooks that takes everything, and notes what came under which `webhook-id`. */
export class Receiver {
  readonly posts: Post[] = [];
  private readonly server: Server;

  private constructor() {
    this.server = createServer((request, reply) => void this.receive(request, reply));
  }

  static async start(): Promise<Receiver> {
    const receiver = new Receiver();
    await new Promise<void>((resolve) => receiver.server.listen(0, '127.0.0.1', () => resolve()));
    return receiver;
  }

  get address(): string {
    const at = this.server.address();
    return `http://127.0.0.1:${typeof at === 'object' && at ? at.port : 0}/in`;
  }

  stop(): void {
    this.server.close();
  }

  private async receive(request: IncomingMessage, reply: ServerResponse): Promise<void> {
    await text(request);
    const { 'webhook-id': id, 'webhook-timestamp': at } = request.headers;
    this.posts.push({ id: String(id), at: Number(at) });
    reply.writeHead(204).end();
  }
}
