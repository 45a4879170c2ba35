export type Received = { id: string; body: string; receipt: string };
type Message = { id: string; body: string; dueAt: number; receives: number; lastReceipt: string };

/** As lib/people/deliveries.ts sets it: six times the time of the function, and dead letters after so many receives. */
const VISIBILITY_MS = 180_000;
const RECEIVES = 20;
const BATCH = 10;

/**
 * A standard queue of SQS: at least once, and by an earlier receipt nothing is done
 * (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-queue-message-identifiers.html).
 */
export class ToldQueue {
  readonly deadLetters: string[] = [];
  private readonly messages = new Map<string, Message>();
  private ids = 0;

  get isEmpty(): boolean {
    return this.messages.size === 0;
  }

  get nextAt(): number {
    return Math.min(...[...this.messages.values()].map(({ dueAt }) => dueAt));
  }

  put(message: object, dueAt: number): void {
    const id = `m${(this.ids += 1)}`;
    this.messages.set(id, { id, body: JSON.stringify(message), dueAt, receives: 0, lastReceipt: '' });
  }

  /** `isTwin`: what is being handed over is handed over once more, as a standard queue may. */
  receive(now: number, isTwin: boolean): Received[] {
    const due = [...this.messages.values()].filter(({ dueAt }) => dueAt <= now).slice(0, BATCH);
    return due.flatMap((message) => {
      if (message.receives >= RECEIVES) {
        this.deadLetters.push(message.body);
        this.messages.delete(message.id);
        return [];
      }
      message.receives += 1;
      if (!isTwin) message.dueAt = now + VISIBILITY_MS;
      message.lastReceipt = `${message.id}/${message.receives}`;
      return [{ id: message.id, body: message.body, receipt: message.lastReceipt }];
    });
  }

  private held(receipt: string): Message | undefined {
    const message = this.messages.get(receipt.slice(0, receipt.indexOf('/')));
    return message?.lastReceipt === receipt ? message : undefined;
  }

  postpone(receipt: string, until: number): void {
    const message = this.held(receipt);
    if (message) message.dueAt = until;
  }

  remove(receipt: string): void {
    const message = this.held(receipt);
    if (message) this.messages.delete(message.id);
  }
}
