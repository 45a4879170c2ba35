import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { stringify } from 'csv-stringify/sync';
import { Campaign } from '../domain/model/campaign.ts';
import { found } from '../domain/http/find.ts';
import { messageTags } from '../domain/model/message.ts';
import type { Ledger } from '../domain/ports/ledger.ts';
import { RunView } from '../domain/model/run-view.ts';
import { transition } from '../domain/model/transition.ts';
import { ledgerIn } from '../lambdas/adapters/dynamodb/ledger.ts';
import { runsIn } from '../lambdas/adapters/dynamodb/runs.ts';
import { Story } from '../local/demo/story.ts';
import { waitFor, waitForState } from '../local/demo/wait.ts';
import type { Outputs } from '../local/deploy.ts';
import { clientSettings, type Settings } from '../local/settings.ts';
import { againstSink, booksOf, lostIn, type Books } from './judge.ts';

const content = {
  subject: 'Hello {{ first_name }}',
  html: '<p>Hello {{ first_name }}</p><a href="{{ unsubscribe_url }}">Unsubscribe</a>',
  text: 'Hello {{ first_name }}\nUnsubscribe: {{ unsubscribe_url }}',
};

/** A confirmed run of the product whose sending belongs to the test: nobody woke its machine, which waits at the gate. */
export class Scene {
  readonly runId: string;
  readonly toDeliver: number;
  readonly chunks: number;
  readonly story: Story;
  private readonly ledger: Ledger;

  private constructor(run: { id: string; toDeliver: number; chunks: number }, story: Story, ledger: Ledger) {
    this.runId = run.id;
    this.toDeliver = run.toDeliver;
    this.chunks = run.chunks;
    this.story = story;
    this.ledger = ledger;
  }

  /** Prepares, confirms and opens a run of so many recipients. */
  static async open(settings: Settings, outputs: Outputs, recipients: number): Promise<Scene> {
    const story = await Story.begin(settings, outputs);
    const list = `chaos-${Date.now()}`;
    const rows = Array.from({ length: recipients }, (_, index) => ({
      id: `${list}-${index}`,
      email: `${list}.${index}@reader.example`,
      first_name: `Reader ${index}`,
    }));
    await story.importProfiles(list, stringify(rows, { header: true }));
    const sender = { name: 'Shop', address: 'news@freigabe.example' };
    const schedule = { mode: 'onceConfirmed' };
    const campaign = await story.preparer.post('/campaigns', { name: list, list, sender, content, schedule }, Campaign);
    const { id } = await story.preparer.post(`/campaigns/${campaign.id}/runs`, {}, RunView);
    const { manifestHash } = await waitForState(story.preparer, id, ['AwaitingConfirmation']);
    // Before its gate is open, a machine that finds the run moved on would go on by itself.
    const by = await waitFor('The gate', async () => (await story.preparer.get(`/runs/${id}`, RunView)).approvers[0]);
    const documents = DynamoDBDocumentClient.from(new DynamoDBClient(clientSettings(settings)));
    const runs = runsIn(documents, outputs.CampaignsTable);
    const run = found(await runs.get(id), 'run');
    const at = new Date().toISOString();
    const decision = { decision: 'confirm' as const, by, at, via: 'console' as const, acknowledged: [] };
    const confirmed = transition(run, { type: 'decided', decision: { ...decision, manifestHash: manifestHash ?? '' } });
    await runs.replace(confirmed);
    const sending = transition(confirmed, { type: 'sendingStarted', at });
    await runs.replace(sending);
    const chunks = sending.state === 'Sending' ? sending.preparation.chunks : 0;
    const ledger = ledgerIn(documents, { messages: outputs.MessagesTable, kpis: outputs.KpisTable });
    return new Scene({ id, toDeliver: recipients, chunks }, story, ledger);
  }

  async books(): Promise<Books> {
    const chunks = Array.from({ length: this.chunks }, (_, chunk) => chunk);
    return booksOf(
      this.toDeliver,
      await Promise.all(chunks.map(async (chunk) => this.ledger.ofChunk(this.runId, chunk))),
    );
  }

  /** Everything that SES took for this run, by message number. */
  async sink(): Promise<number[]> {
    const mails = await this.story.inbox.find({ tag: `${messageTags.run}:${this.runId}` });
    return mails.map(({ tags }) => Number(tags[messageTags.number]));
  }

  /**
   * Ledger, recipients and SES against each other. SES is asked before and after, so that a machine that was
   * started again meanwhile (the hourly repair) and sends beside us is no defect.
   */
  async defects(): Promise<{ books: Books; sink: number[]; defects: string[] }> {
    const before = await this.sink();
    const books = await this.books();
    const sink = await this.sink();
    return { books, sink, defects: [...books.defects, ...againstSink(before, books), ...lostIn(books, sink)] };
  }
}
