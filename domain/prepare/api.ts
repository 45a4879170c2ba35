import * as z from 'zod';
import { ExclusionCause } from '../model/audience-rules.ts';
import { Campaign, CampaignInput } from '../model/campaign.ts';
import { Sample } from '../model/manifest.ts';
import { pageOf, readablePageOf, Unreadable } from '../http/page.ts';
import { Policy } from '../model/policy.ts';
import { GivenUpImport, Rejection } from '../model/profile-import.ts';
import { ListSummary } from '../model/profile.ts';
import { RunView } from '../model/run-view.ts';
import { ScheduleFault } from '../model/schedule.ts';
import { csvEncodings } from '../audience/decode-csv.ts';

/** PUT /campaigns/{id}: `version` is the one that was edited; another one in the store is a conflict. */
export const CampaignEdit = CampaignInput.safeExtend({ version: z.int().min(1) }).meta({ id: 'CampaignEdit' });
export type CampaignEdit = z.infer<typeof CampaignEdit>;

/** POST /campaigns/{id}/copy: the name of the copy. */
export const CopyRequest = z.object({ name: CampaignInput.shape.name }).meta({ id: 'CopyRequest' });

/** GET /campaigns: newest first, each with its latest run; of one that cannot be read the id. */
export const CampaignListItem = z
  .object({ campaign: Campaign, latestRun: RunView.nullable(), unreadableRun: z.string().nullable() })
  .meta({ id: 'CampaignListItem' });
export type CampaignListItem = z.infer<typeof CampaignListItem>;
export const CampaignPage = readablePageOf(CampaignListItem);

/** GET /campaigns/{id} */
export const CampaignDetail = z
  .object({
    campaign: Campaign,
    /** Newest first, at most 50. */
    runs: z.array(RunView),
    unreadable: Unreadable,
    /** The next ten starts of a recurring campaign, UTC. */
    nextRuns: z.array(z.iso.datetime()),
    /** Of a recurring campaign: how its runs start. */
    series: z
      .object({
        /** Its timer is set; "Prepare" does that. */
        isArmed: z.boolean(),
        /** The runs that the timer starts are sent without asking, by the confirmation that `campaign.confirmed` names. */
        isReleased: z.boolean(),
        /** When a run that is prepared now goes out, UTC: the first start; null: as soon as it is confirmed. */
        preparedFor: z.iso.datetime().nullable(),
      })
      .nullable()
      .default(null),
    /** What of the schedule cannot be, so that the campaign neither starts nor can be prepared until it is changed. */
    scheduleFaults: z.array(ScheduleFault),
  })
  .meta({ id: 'CampaignDetail' });
export type CampaignDetail = z.infer<typeof CampaignDetail>;

/** What a list of runs shows of each. */
export const CurrentRun = RunView.pick({
  id: true,
  campaignId: true,
  campaignName: true,
  state: true,
  createdAt: true,
  requestedBy: true,
  schedule: true,
  subject: true,
  counts: true,
  checks: true,
  startAt: true,
  sendingStartedAt: true,
  deadline: true,
  approvers: true,
  approvals: true,
  pausedAt: true,
  endedAt: true,
  endCause: true,
  endedBy: true,
  holdUntil: true,
  holdCause: true,
  resendOf: true,
  you: true,
}).meta({ id: 'CurrentRun' });
export type CurrentRun = z.infer<typeof CurrentRun>;
/** GET /runs/current */
export const CurrentRunPage = readablePageOf(CurrentRun);

export const csvDelimiters = [',', ';', '\t'] as const;

/** POST /profiles/imports */
export const ImportQuery = z.object({
  list: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, 'takes 1 to 64 letters, digits, - or _'),
  /** Columns, apart by commas, that say nothing of who may be written to, though it looks so. */
  asAttribute: z.string().optional(),
  /** How many known ids have another address in the file, as whoever asks has seen and means it. */
  changedAddresses: z.coerce.number().int().min(0).optional(),
});

/** How an import understood a column: `attribute` under `name` in templates and filters; `notTaken` has no name that can be used, or one that an earlier column has. */
export const ColumnUse = z.object({
  header: z.string(),
  as: z.enum(['id', 'address', 'optedOut', 'quarantined', 'attribute', 'notTaken']),
  name: z.string(),
});
export type ColumnUse = z.infer<typeof ColumnUse>;

/** POST /profiles/imports?list=NAME, the bytes of a CSV file. */
export const ImportReport = z
  .object({
    list: z.string(),
    /** How the file was read. */
    encoding: z.enum(csvEncodings),
    delimiter: z.enum(csvDelimiters),
    /** In the order of the file. */
    columns: z.array(ColumnUse),
    rows: z.int(),
    accepted: z.int(),
    rejected: z.int(),
    /** At most 1,000. */
    rejections: z.array(Rejection),
  })
  .meta({ id: 'ImportReport' });
export type ImportReport = z.infer<typeof ImportReport>;

/** GET /lists; `givenUp`: imports that could not be written, until their list is imported again. */
export const Lists = z.object({
  items: z.array(ListSummary),
  unreadable: Unreadable,
  givenUp: z.array(GivenUpImport),
});

/** GET /runs/{id}/preview?as=0: the very bytes that preparation froze, put together as SES will. */
export const Preview = z
  .object({
    /** Which sample: 0 to `samples - 1`. */
    as: z.int(),
    samples: z.int(),
    /** Why this one: of the whole audience the first, the one with the longest values, or with the most empty ones. */
    kind: Sample.shape.kind,
    /** Name shown in the chooser. */
    label: z.string(),
    from: z.string(),
    /** Planned start, UTC; null: as soon as it is confirmed. */
    sendAt: z.string().nullable(),
    subject: z.string(),
    /** What inboxes show beside the subject: the first text of the HTML, which is the preheader if there is one. */
    preheader: z.string(),
    html: z.string(),
    text: z.string(),
  })
  .meta({ id: 'Preview' });
export type Preview = z.infer<typeof Preview>;

/** POST /runs/{id}/proofs */
export const ProofRequest = z.object({ addresses: z.array(z.email()).min(1).max(100) }).meta({ id: 'ProofRequest' });
export const ProofReport = z.object({ sent: z.int(), subject: z.string() }).meta({ id: 'ProofReport' });
export type ProofReport = z.infer<typeof ProofReport>;

/** POST /runs/{id}/resend: how many unknown messages whoever asks has seen; others are not sent again by mistake. */
export const ResendRequest = z.object({ messages: z.int().min(1) }).meta({ id: 'ResendRequest' });
export type ResendRequest = z.infer<typeof ResendRequest>;

/** GET /runs/{id}/exclusions */
export const ExclusionLine = z
  .object({ profileId: z.string(), address: z.string(), cause: ExclusionCause })
  .meta({ id: 'ExclusionLine' });
export type ExclusionLine = z.infer<typeof ExclusionLine>;
export const ExclusionPage = pageOf(ExclusionLine);

/** GET /me */
export const Me = z
  .object({
    email: z.string(),
    name: z.string(),
    groups: z.array(z.string()),
    mayPrepare: z.boolean(),
    mayStart: z.boolean(),
    /** A stage for learning: whoever prepared may confirm. Every screen says so. */
    training: z.boolean(),
    /** How runs of this stage are confirmed; a campaign tightens it. */
    policy: Policy,
    /** Who gets proofs besides the people of the user pool, and how many go out; `testAddresses` for who prepares. */
    proofs: z.object({
      domains: z.array(z.string()),
      testAddresses: z.array(z.string()),
      perRun: z.int(),
      perDay: z.int(),
    }),
  })
  .meta({ id: 'Me' });
export type Me = z.infer<typeof Me>;
