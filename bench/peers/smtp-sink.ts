import { SMTPServer } from 'smtp-server';
import * as z from 'zod';

/**
 * A process of its own: takes every mail by SMTP, keeps who it was for and when it came, throws the rest
 * away. Its parent asks by IPC; the answer is always the arrivals from `from` on. Recipients are
 * `u<number>@peers.example`.
 */
const Question = z.object({ reset: z.boolean(), delayMs: z.number(), from: z.number() });

let arrivals: { number: number; at: number }[] = [];
let delayMs = 0;

const numberOf = (address: string): number => Number(/^u(\d+)@/.exec(address)?.[1] ?? -1);

const server = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  hideSize: true,
  logger: false,
  onData: (stream, session, callback) => {
    stream.resume();
    stream.on('end', () => {
      const at = Date.now();
      for (const { address } of session.envelope.rcptTo) arrivals.push({ number: numberOf(address), at });
      if (delayMs > 0) setTimeout(callback, delayMs);
      else callback();
    });
  },
});
// A client that is killed breaks its connections.
server.on('error', () => undefined);

process.on('message', (message: unknown) => {
  const question = Question.parse(message);
  delayMs = question.delayMs;
  if (question.reset) arrivals = [];
  process.send?.(arrivals.slice(question.from));
});
process.on('disconnect', () => process.exit());
server.listen(Number(process.argv[2]), '127.0.0.1', () => process.send?.([]));
