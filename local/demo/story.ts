import * as z from 'zod';
import { Campaign } from '../../domain/model/campaign.ts';
import type { Figures } from '../../domain/model/figures.ts';
import { KpiView } from '../../domain/kpi/api.ts';
import { ExclusionLine } from '../../domain/prepare/api.ts';
import { ImportReport } from '../../domain/audience/api.ts';
import type { Counts } from '../../domain/model/preparation.ts';
import { RunView } from '../../domain/model/run-view.ts';
import { HistoryLine, MessageLine } from '../../domain/track/api.ts';
import type { Outputs } from '../deploy.ts';
import { invoke } from '../instance.ts';
import type { Settings } from '../settings.ts';
import { Api } from './api.ts';
import { demoCampaign } from './campaign.ts';
import { Inbox } from './inbox.ts';
import { progress } from './report.ts';
import { NotInTime, waitFor, waitForState } from './wait.ts';

/** A run that awaits its confirmation has both. */
export type Prepared = RunView & { counts: Counts; manifestHash: string };

/** One campaign on the local AWS, as its people live it. Each method is one act; the demo and the tests tell the story. */
export class Story {
  readonly inbox: Inbox;
  readonly preparer: Api;
  readonly approver: Api;
  private readonly settings: Settings;
  private readonly outputs: Outputs;

  constructor(settings: Settings, outputs: Outputs, preparer: Api, approver: Api) {
    this.settings = settings;
    this.outputs = outputs;
    this.inbox = new Inbox(settings.sesUrl);
    this.preparer = preparer;
    this.approver = approver;
  }

  static async begin(settings: Settings, outputs: Outputs): Promise<Story> {
    const preparer = await Api.as('preparer@freigabe.example', settings, outputs);
    return new Story(settings, outputs, preparer, await Api.as('approver@freigabe.example', settings, outputs));
  }

  async importProfiles(list: string, csv: string | Uint8Array<ArrayBuffer>): Promise<ImportReport> {
    return this.preparer.call('importProfiles', { query: { list }, body: csv });
  }

  /** Creates a campaign, the demo's unless another is given, prepares it and waits until its approvers were mailed. */
  async prepare(list: string, input = demoCampaign(list)): Promise<Prepared> {
    const { id } = await this.preparer.post('/campaigns', input, Campaign);
    const run = await this.preparer.call('startRun', { params: { id } });
    const ready = await waitForState(this.preparer, run.id, ['AwaitingConfirmation']);
    const { counts, manifestHash } = ready;
    if (!counts || manifestHash === null) throw new Error('a run that awaits its confirmation lacks its counts');
    return { ...ready, counts, manifestHash };
  }

  /** Follows the mailed link as the approver: looks, then confirms what was shown. */
  async confirmByMail(since: string): Promise<RunView> {
    const linkId = await waitFor('The approval mail', async () =>
      this.inbox.confirmationLink('approver@freigabe.example', since),
    );
    const { run } = await this.approver.call('getConfirmation', { params: { linkId } });
    const warnings = run?.checks.filter(({ verdict }) => verdict === 'warning') ?? [];
    const decision = {
      decision: 'confirm',
      manifestHash: run?.manifestHash,
      acknowledged: warnings.map(({ code }) => code),
    };
    return this.approver.post(`/confirmations/${linkId}`, decision, RunView);
  }

  /** Shows progress until the run is finished. */
  async watchSending(runId: string): Promise<void> {
    await waitFor(
      'The end of sending',
      async () => {
        const { figures } = await this.kpis(runId);
        progress(figures.sent.count, figures.toDeliver);
        return figures.state === 'Finished' ? true : undefined;
      },
      900_000,
    );
  }

  /** Waits until what the recipients did has arrived, then publishes as the hourly rule does. */
  async measure(runId: string, isComplete: (figures: Figures) => boolean): Promise<Figures> {
    const measured = await waitFor(
      'The arrival of all events',
      async () => {
        if ((await this.inbox.health()).pendingEvents > 0) return undefined;
        await invoke(this.settings, this.outputs.PublishKpisFunctionName, {});
        const { figures } = await this.kpis(runId);
        return isComplete(figures) ? figures : undefined;
      },
      300_000,
    ).catch((error: unknown) => {
      // The figures as they are say what is missing.
      if (error instanceof NotInTime) return undefined;
      throw error;
    });
    return measured ?? (await this.kpis(runId)).figures;
  }

  async kpis(runId: string): Promise<KpiView> {
    return this.approver.call('getKpis', { params: { id: runId } });
  }

  async messages(runId: string): Promise<MessageLine[]> {
    return this.approver.all(`/runs/${runId}/messages`, MessageLine);
  }

  async exclusions(runId: string): Promise<ExclusionLine[]> {
    return this.approver.all(`/runs/${runId}/exclusions`, ExclusionLine);
  }

  async history(profileId: string): Promise<HistoryLine[]> {
    const page = await this.approver.get(`/profiles/${profileId}/history`, z.object({ items: z.array(HistoryLine) }));
    return page.items;
  }
}
