/* oxlint-disable max-lines */
// Made from docs/openapi.json by bin/client.ts: one file, which nobody writes by hand.
export interface AbChoice {
  /** Id of the variant that everybody else gets; null: the own content of the campaign */
  winner: string | null;
}

export interface AbResult {
  decidedAt: string;
  figures: {
    clicked: number;
    delivered: number;
    id: string | null;
    known: number;
    opened: number;
    recipients: number;
  }[];
  isClear: boolean;
  reason: "most" | "tie" | "tooFew" | "chosen";
  winner: string | null;
}

export interface AccountView {
  per24Hours: number;
  sentLast24Hours: number;
  asOf: string;
  isInSandbox: boolean;
  left: number | null;
  perSecond: number;
  reputation: {
    attempts: number;
    bounces: {
      count: number;
      pauseAt: number;
      ratio: number | null;
      reviewAt: number;
    };
    complaints: {
      count: number;
      pauseAt: number;
      ratio: number | null;
      reviewAt: number;
    };
    since: string;
  } | null;
}

export interface AddressOptOut {
  at: string;
  source: "import" | "api" | "oneClick" | "page" | "complaint" | "erasure";
}

export interface AddressStanding {
  addressKey: string;
  changes?: StandingChange[];
  lastSoftErrorAt?: string;
  lastSoftReason?: string;
  quarantine?: {
    reason: string;
    since: string;
  };
  released?: {
    at: string;
    by: string;
    reason: string;
  };
  softErrors: number;
  version?: number;
}

export interface ApproversMissing {
  canTake: Person[];
  needed: number;
  since: string;
}

export interface ArchiveRequest {
  /**
   * Kept in the history of the campaign
   */
  reason?: string;
}

export interface ArchiveState {
  archived: Archived | null;
  id: string;
}

export interface Archived {
  at: string;
  by: Person;
}

export interface Attachment {
  sha256: string;
  bytes: number;
  name: string;
  type: string;
}

export interface AttachmentFile {
  base64: string;
  bytes: number;
}

export interface AttachmentOutput {
  sha256: string;
  bytes: number;
  name: string;
  type: string;
}

export type AudienceCondition =
  | {
      attribute: string;
      is: "equals" | "notEquals" | "contains" | "beginsWith";
      value: string;
    }
  | {
      attribute: string;
      is: "oneOf";
      values: string[];
    }
  | {
      attribute: string;
      is: "exists" | "missing";
    }
  | {
      attribute: string;
      is: "yes" | "no";
    }
  | {
      attribute: string;
      is: "greater" | "less";
      value: string;
    }
  | {
      is: "inList" | "notInList";
      list: string;
    }
  | {
      is: "got" | "notGot" | "opened" | "notOpened" | "clicked" | "notClicked";
      of: MessageSet;
    }
  | {
      is: "inSegment" | "notInSegment";
      name?: string;
      segment: string;
    }
  | {
      conditions: AudienceSingleCondition[];
      is: "anyOf" | "allOf";
    };

export type AudienceConditionOutput =
  | {
      attribute: string;
      is: "equals" | "notEquals" | "contains" | "beginsWith";
      value: string;
    }
  | {
      attribute: string;
      is: "oneOf";
      values: string[];
    }
  | {
      attribute: string;
      is: "exists" | "missing";
    }
  | {
      attribute: string;
      is: "yes" | "no";
    }
  | {
      attribute: string;
      is: "greater" | "less";
      value: string;
    }
  | {
      is: "inList" | "notInList";
      list: string;
    }
  | {
      is: "got" | "notGot" | "opened" | "notOpened" | "clicked" | "notClicked";
      of: MessageSet;
    }
  | {
      is: "inSegment" | "notInSegment";
      name?: string;
      segment: string;
    }
  | {
      conditions: AudienceSingleConditionOutput[];
      is: "anyOf" | "allOf";
    };

export interface AudienceFilter {
  conditions: AudienceCondition[];
  join?: "all" | "any";
}

export interface AudienceFilterOutput {
  conditions: AudienceConditionOutput[];
  join: "all" | "any";
}

export interface AudienceRules {
  controlPercent?: number;
  excludedDomains?: string[];
  fatigue?: {
    days: number;
    messages: number;
  };
  notRenderable?: "block" | "leaveOut";
  off?: ("optedOut" | "quarantined" | "suppressed" | "duplicate")[];
  sizeLimit?: number;
}

export interface AudienceRulesOutput {
  controlPercent?: number;
  excludedDomains: string[];
  fatigue?: {
    days: number;
    messages: number;
  };
  notRenderable?: "block" | "leaveOut";
  off: ("optedOut" | "quarantined" | "suppressed" | "duplicate")[];
  sizeLimit?: number;
}

export type AudienceSingleCondition =
  | {
      attribute: string;
      is: "equals" | "notEquals" | "contains" | "beginsWith";
      value: string;
    }
  | {
      attribute: string;
      is: "oneOf";
      values: string[];
    }
  | {
      attribute: string;
      is: "exists" | "missing";
    }
  | {
      attribute: string;
      is: "yes" | "no";
    }
  | {
      attribute: string;
      is: "greater" | "less";
      value: string;
    }
  | {
      is: "inList" | "notInList";
      list: string;
    }
  | {
      is: "got" | "notGot" | "opened" | "notOpened" | "clicked" | "notClicked";
      of: MessageSet;
    }
  | {
      is: "inSegment" | "notInSegment";
      name?: string;
      segment: string;
    };

export type AudienceSingleConditionOutput =
  | {
      attribute: string;
      is: "equals" | "notEquals" | "contains" | "beginsWith";
      value: string;
    }
  | {
      attribute: string;
      is: "oneOf";
      values: string[];
    }
  | {
      attribute: string;
      is: "exists" | "missing";
    }
  | {
      attribute: string;
      is: "yes" | "no";
    }
  | {
      attribute: string;
      is: "greater" | "less";
      value: string;
    }
  | {
      is: "inList" | "notInList";
      list: string;
    }
  | {
      is: "got" | "notGot" | "opened" | "notOpened" | "clicked" | "notClicked";
      of: MessageSet;
    }
  | {
      is: "inSegment" | "notInSegment";
      name?: string;
      segment: string;
    };

export interface AuditRecord {
  at: string;
  by: Person | null;
  facts: Record<string, string | number>;
  hash: string;
  origin?: {
    ip: string;
    userAgent: string;
  };
  prev: string;
  runId: string;
  seq: number;
  what: string;
}

export interface Branch {
  people: number;
  sample: number | null;
  when: string | null;
}

export interface Brand {
  colours: {
    background: string;
    card: string;
    link: string;
    onPrimary: string;
    primary: string;
    text: string;
  };
  font:
    | "helvetica"
    | "verdana"
    | "tahoma"
    | "trebuchet"
    | "georgia"
    | "times"
    | "courier";
  imprint: string;
  logo: {
    alt: string;
    height: number;
    id: string;
    type: "jpeg" | "png" | "gif";
    url: string;
    width: number;
  } | null;
  sender: string;
}

export interface BrandEdit {
  brand: BrandInput | null;
  version: number;
}

export interface BrandInput {
  colours: {
    background: string;
    card: string;
    link: string;
    onPrimary: string;
    primary: string;
    text: string;
  };
  font:
    | "helvetica"
    | "verdana"
    | "tahoma"
    | "trebuchet"
    | "georgia"
    | "times"
    | "courier";
  imprint: string;
  logo: {
    alt: string;
    id: string;
  } | null;
  sender: string;
}

export interface BrandView {
  brand: Brand | null;
  isUnreadable: boolean;
  lowContrast: {
    on: "primary" | "onPrimary" | "text" | "link" | "background" | "card";
    ratio: number;
    text: "primary" | "onPrimary" | "text" | "link" | "background" | "card";
  }[];
  updatedAt?: string;
  updatedBy?: Person;
  version: number;
}

export interface CalendarDay {
  collidingLists: number;
  collisions: {
    campaigns: {
      id: string;
      name: string;
    }[];
    list: string;
    sends: number;
  }[];
  day: string;
  entries: number;
  estimated: number;
  messages: number;
  sends: number;
  uncounted: number;
}

export interface CalendarEntry {
  at: string;
  campaignId: string;
  campaignName: string;
  day: string;
  isContinued: boolean;
  isEstimate: boolean;
  messages: number | null;
  run: RunLine | null;
  starts: number;
  state: "draft" | "armed" | "paused" | null;
  until: string | null;
}

export interface CalendarFeedRequest {
  /**
   * Of the words in it
   */
  language?: "en" | "de";
}

export interface CalendarFeedState {
  createdAt: string | null;
}

export interface CalendarPage {
  asOf: string;
  cursor: string | null;
  days: CalendarDay[];
  items: CalendarEntry[];
  notWorkedOut: number;
  undated: number;
  /** Ids of entries that cannot be read: they are left out here, and nothing else is */
  unreadable: string[];
}

export interface Campaign {
  archived?: Archived;
  checkLimits?: CheckLimitsOverrideOutput;
  confirmed?: {
    at: string;
    by: Person[];
    runId: string;
    version: number;
  };
  /** Liquid source. All texts of all variants together have at most 1,000,000 bytes in UTF-8; more is 413 */
  content: {
    /** @maxItems 10 */
    attachments?: AttachmentOutput[];
    html?: string;
    language?: string;
    mjml?: string;
    preheader: string;
    subject: string;
    text: string;
    textFor?: string;
    /** @maxItems 19 */
    variants?: {
      content: {
        html?: string;
        mjml?: string;
        preheader: string;
        subject: string;
        text: string;
        textFor?: string;
      };
      for:
        | {
            by: "language";
            language: string;
          }
        | {
            by: "abTest";
          };
      id: string;
    }[];
  };
  copiedFrom?: {
    id: string;
    mode: "onceConfirmed" | "onDate" | "recurring";
    name: string;
  };
  createdAt: string;
  createdBy: Person;
  filter?: AudienceFilterOutput;
  hands?: {
    by: Person;
    version: number;
  }[];
  id: string;
  labels?: string[];
  links?: LinkRulesOutput;
  list: string;
  name: string;
  policy?: PolicyOverrideOutput;
  recurringSince?: number;
  refused?: {
    at: string;
    runId: string;
    version: number;
  };
  replyTo?: string;
  requestConfirmation: boolean;
  rules?: AudienceRulesOutput;
  schedule: ScheduleOutput;
  sender: {
    address: string;
    name: string;
  };
  template?:
    | {
        sha256: string;
        id: string;
        name: string;
      }
    | {
        name: string;
        version: number;
      };
  topic?: string;
  updatedAt: string;
  updatedBy: Person;
  version: number;
}

export interface CampaignDetail {
  campaign: Campaign;
  nextRuns: string[];
  runs: RunView[];
  scheduleFaults: {
    field: string;
    message: string;
  }[];
  series: {
    changed: {
      act: "armed" | "paused" | "resumed" | "startSkipped" | "endSet" | "ended";
      at: string;
      by: Person;
      reason?: string;
    } | null;
    isArmed: boolean;
    isReleased: boolean;
    lastStart: string | null;
    nextStart: string | null;
    preparedFor: string | null;
    skipped: SkippedStart[];
    state: "draft" | "armed" | "paused" | "ended";
  } | null;
  /** Ids of entries that cannot be read: they are left out here, and nothing else is */
  unreadable: string[];
  zoneData: string | null;
}

export interface CampaignEdit {
  checkLimits?: CheckLimitsOverride;
  /** Liquid source. All texts of all variants together have at most 1,000,000 bytes in UTF-8; more is 413 */
  content: {
    /** @maxItems 10 */
    attachments?: Attachment[];
    html?: string;
    language?: string;
    mjml?: string;
    preheader?: string;
    subject: string;
    text?: string;
    textFor?: string;
    /** @maxItems 19 */
    variants?: {
      content: {
        html?: string;
        mjml?: string;
        preheader?: string;
        subject: string;
        text?: string;
        textFor?: string;
      };
      for:
        | {
            by: "language";
            language: string;
          }
        | {
            by: "abTest";
          };
      id: string;
    }[];
  };
  filter?: AudienceFilter;
  links?: LinkRules;
  list?: string;
  name: string;
  pausesSeries?: boolean;
  policy?: PolicyOverride;
  replyTo?: string;
  requestConfirmation?: boolean;
  rules?: AudienceRules;
  schedule: Schedule;
  sender: {
    address: string;
    name: string;
  };
  template?:
    | {
        sha256: string;
        id: string;
        name: string;
      }
    | {
        name: string;
        version: number;
      };
  topic?: string;
  version: number;
}

export interface CampaignKpis {
  cursor: null;
  items: Figures[];
  periods: PeriodLine[];
  profiles: CampaignProfiles | null;
  total: CampaignTotal;
  /** Ids of entries that cannot be read: they are left out here, and nothing else is */
  unreadable: string[];
}

export interface CampaignListItem {
  archived: Archived | null;
  campaign: {
    content: ContentSummary;
    copiedFrom?: {
      id: string;
      mode: "onceConfirmed" | "onDate" | "recurring";
      name: string;
    };
    createdAt: string;
    createdBy: Person;
    id: string;
    labels?: string[];
    list: string;
    name: string;
    requestConfirmation: boolean;
    schedule: ScheduleOutput;
    updatedAt: string;
    updatedBy: Person;
    version: number;
  };
  latestRun: RunLine | null;
  series: "draft" | "armed" | "paused" | "ended" | null;
  state: "draft" | "armed" | "paused" | "ended" | "underWay" | "done";
  unreadableRun: string | null;
}

export interface CampaignPage {
  counts: {
    all: number;
    mine: number;
    recurring: number;
  };
  cursor: string | null;
  items: CampaignListItem[];
  labels: CountedLabel[];
  /** Ids of entries that cannot be read: they are left out here, and nothing else is */
  unreadable: string[];
}

export interface CampaignProfiles {
  asOf: string;
  campaignId: string;
  clicked: number;
  clickedByHuman: number;
  complained: number;
  delivered: number;
  forgottenRuns: number;
  opened: number;
  openedByHuman: number;
  runs: number;
  unsubscribed: number;
}

export interface CampaignTotal {
  clickToOpen: Rate;
  clicked: Rate;
  clickedByHuman: Rate;
  clickedByMachine: Rate;
  clickedByUnknown: Rate;
  complained: Rate;
  delivered: Rate;
  excluded: number;
  failed: Rate;
  opened: Rate;
  openedByHuman: Rate;
  openedByMachine: Rate;
  openedByUnknown: Rate;
  sent: Rate;
  targeted: number;
  toDeliver: number;
  trackable?: Rate;
  unsubscribed: Rate;
}

export interface ChangeMachineRequest {
  name?: string;
  reason: string;
  /**
   * look, prepare, audience, figures: docs/machines.md says what each opens
   */
  scopes?: ("look" | "prepare" | "audience" | "figures")[];
}

export interface ChangePersonRequest {
  enabled?: boolean;
  /** @maxItems 10 */
  groups?: ("prepare-deliveries" | "start-deliveries" | "administration")[];
  language?: "en" | "de";
  name?: string;
  reason: string;
}

export interface ChangeWebhookRequest {
  address?: string;
  enabled?: boolean;
  /**
   * Types of docs/run-events.md; empty: all, and those to come
   */
  events?: string[];
  language?: "en" | "de";
  name?: string;
  reason: string;
}

export interface Check {
  code:
    | "subjectPresent"
    | "contentPresent"
    | "textPresent"
    | "unsubscribeLink"
    | "unsubscribeContrast"
    | "variablesKnown"
    | "templateValid"
    | "senderVerified"
    | "senderLength"
    | "productionAccess"
    | "size"
    | "quota"
    | "audience"
    | "approvers"
    | "reminders"
    | "rulesOff"
    | "fatigueDate"
    | "variablesFilled"
    | "valuesReal"
    | "datesRead"
    | "comparisonsRead"
    | "noAsYes"
    | "filterValuesRead"
    | "messagesKnown"
    | "behaviourKnown"
    | "behaviourFits"
    | "segmentsKnown"
    | "listsKnown"
    | "foreignTags"
    | "linksWellFormed"
    | "linksReachable"
    | "linksOfOneMessage"
    | "linksLabelled"
    | "imagesDescribed"
    | "textLinks"
    | "imagesWeight"
    | "picturesThere"
    | "picturesWeight"
    | "picturesStill"
    | "attachmentsThere"
    | "attachmentsAudience"
    | "attachmentsWeight"
    | "senderProofs"
    | "senderProofsUnknown"
    | "sendWindow"
    | "validity"
    | "waves"
    | "rampTooShort"
    | "recipientZones"
    | "audienceChange"
    | "scheduleLost"
    | "audienceKept"
    | "mailsRendered"
    | "subjectFilled"
    | "mailSize"
    | "preparationFailed"
    | "recordsReadable"
    | "languages"
    | "abTest";
  facts: Record<string, string | number | string[]>;
  verdict: "passed" | "information" | "warning" | "blocking";
}

export interface CheckLimitsOverride {
  audienceChangePercent?: number;
  mostUnasked?: number;
  sendWindow?: SendWindow;
}

export interface CheckLimitsOverrideOutput {
  audienceChangePercent?: number;
  mostUnasked?: number;
  sendWindow?: SendWindowOutput;
}

export interface Condition {
  branches: Branch[];
  more: number;
  of?: string;
  parts: ("subject" | "html" | "text")[];
  tag: "if" | "unless" | "case";
}

export interface ConfirmationView {
  boundTo: string;
  ended: {
    at: string;
    by: string | null;
    reason: string | null;
  } | null;
  fate:
    | "open"
    | "waiting"
    | "decided"
    | "expired"
    | "voided"
    | "stopped"
    | "withdrawn"
    | "missed"
    | "reassigned"
    | "notYours";
  run: RunView | null;
}

export interface ContentSummary {
  sha256: string;
  bytes: number;
  preheader: string;
  snippets?: string[];
  subject: string;
}

export interface ControlReport {
  handedOver: number;
  run: RunView;
}

export interface CopyRequest {
  also?: AudienceCondition;
  name: string;
}

export interface CountedLabel {
  count: number;
  label: string;
}

export interface Counts {
  excluded: {
    cause:
      | "noAddress"
      | "invalidAddress"
      | "internationalAddress"
      | "testProfile"
      | "optedOut"
      | "topicLeft"
      | "suppressionList"
      | "quarantined"
      | "suppressed"
      | "duplicate"
      | "excludedDomain"
      | "fatigue"
      | "controlGroup"
      | "sizeLimit"
      | "notRenderable"
      | "timePassed";
    count: number;
    people?: string[];
  }[];
  targeted: number;
  toDeliver: number;
  trackable?: number;
}

export interface Decision {
  acknowledged: (
    | "subjectPresent"
    | "contentPresent"
    | "textPresent"
    | "unsubscribeLink"
    | "unsubscribeContrast"
    | "variablesKnown"
    | "templateValid"
    | "senderVerified"
    | "senderLength"
    | "productionAccess"
    | "size"
    | "quota"
    | "audience"
    | "approvers"
    | "reminders"
    | "rulesOff"
    | "fatigueDate"
    | "variablesFilled"
    | "valuesReal"
    | "datesRead"
    | "comparisonsRead"
    | "noAsYes"
    | "filterValuesRead"
    | "messagesKnown"
    | "behaviourKnown"
    | "behaviourFits"
    | "segmentsKnown"
    | "listsKnown"
    | "foreignTags"
    | "linksWellFormed"
    | "linksReachable"
    | "linksOfOneMessage"
    | "linksLabelled"
    | "imagesDescribed"
    | "textLinks"
    | "imagesWeight"
    | "picturesThere"
    | "picturesWeight"
    | "picturesStill"
    | "attachmentsThere"
    | "attachmentsAudience"
    | "attachmentsWeight"
    | "senderProofs"
    | "senderProofsUnknown"
    | "sendWindow"
    | "validity"
    | "waves"
    | "rampTooShort"
    | "recipientZones"
    | "audienceChange"
    | "scheduleLost"
    | "audienceKept"
    | "mailsRendered"
    | "subjectFilled"
    | "mailSize"
    | "preparationFailed"
    | "recordsReadable"
    | "languages"
    | "abTest"
    | "sendTimePassed"
  )[];
  at: string;
  by: Person;
  decision: "confirm" | "reject" | "requestChanges";
  manifestHash: string;
  reason?: string;
  via: "link" | "console";
}

export interface DecisionRequest {
  acknowledged?: (
    | "subjectPresent"
    | "contentPresent"
    | "textPresent"
    | "unsubscribeLink"
    | "unsubscribeContrast"
    | "variablesKnown"
    | "templateValid"
    | "senderVerified"
    | "senderLength"
    | "productionAccess"
    | "size"
    | "quota"
    | "audience"
    | "approvers"
    | "reminders"
    | "rulesOff"
    | "fatigueDate"
    | "variablesFilled"
    | "valuesReal"
    | "datesRead"
    | "comparisonsRead"
    | "noAsYes"
    | "filterValuesRead"
    | "messagesKnown"
    | "behaviourKnown"
    | "behaviourFits"
    | "segmentsKnown"
    | "listsKnown"
    | "foreignTags"
    | "linksWellFormed"
    | "linksReachable"
    | "linksOfOneMessage"
    | "linksLabelled"
    | "imagesDescribed"
    | "textLinks"
    | "imagesWeight"
    | "picturesThere"
    | "picturesWeight"
    | "picturesStill"
    | "attachmentsThere"
    | "attachmentsAudience"
    | "attachmentsWeight"
    | "senderProofs"
    | "senderProofsUnknown"
    | "sendWindow"
    | "validity"
    | "waves"
    | "rampTooShort"
    | "recipientZones"
    | "audienceChange"
    | "scheduleLost"
    | "audienceKept"
    | "mailsRendered"
    | "subjectFilled"
    | "mailSize"
    | "preparationFailed"
    | "recordsReadable"
    | "languages"
    | "abTest"
    | "sendTimePassed"
  )[];
  decision: "confirm" | "reject" | "requestChanges";
  manifestHash: string;
  reason?: string;
}

export interface DeletedCampaign {
  deletedAt: string;
  id: string;
}

export interface DomainLine {
  bounced: number;
  clicked: number;
  clickedByHuman: number;
  clickedByMachine: number;
  clickedByUnknown: number;
  complained: number;
  delivered: number;
  domain: string;
  opened: number;
  openedByHuman: number;
  openedByMachine: number;
  openedByUnknown: number;
  recipients: number;
  rejected: number;
  unsubscribed: number;
}

export interface DraftPreview {
  columns: {
    missing: number;
    name: string;
  }[];
  empty: string[];
  links: {
    address: string;
    href: string;
    isTracked: boolean;
    label: string;
  }[];
  mail: {
    html: string;
    preheader: string;
    subject: string;
    text: string;
  } | null;
  people: number;
  problem: string | null;
  problemAt: {
    line: number;
    part: "subject" | "preheader" | "source" | "text";
  } | null;
  profile: {
    address: string;
    id: string;
  } | null;
  textSource: string | null;
}

export interface DraftProofRequest {
  addresses: string[];
  /** @maxItems 10 */
  attachments?: Attachment[];
  mail: {
    html: string;
    subject: string;
    text: string;
  };
  sender: {
    address: string;
    name: string;
  };
  topic?: string;
}

export interface EndRequest {
  date?: string;
  /**
   * Kept in the history of the series
   */
  reason?: string;
  starts?: number;
}

export interface EraseReport {
  backupsUntil: string;
  cursor: string | null;
  erasedAt: string;
  frozen: {
    campaignName: string;
    runId: string;
    until: string;
  }[];
  frozenUntil: string;
  /** Ids of entries that cannot be read: they are left out here, and nothing else is */
  unreadable: string[];
}

export interface EventLine {
  actorClass: "human" | "unknown" | "machine" | null;
  address: string;
  at: string;
  kind:
    | "send"
    | "delivery"
    | "bounce"
    | "complaint"
    | "reject"
    | "delay"
    | "open"
    | "click"
    | "unsubscribe"
    | "autoReply"
    | "notSpam"
    | "wayOut"
    | "viewed";
  label: string | null;
  link: string | null;
  number: number;
  profileId: string;
  rule: string | null;
}

export interface ExclusionLine {
  address: string;
  cause:
    | "noAddress"
    | "invalidAddress"
    | "internationalAddress"
    | "testProfile"
    | "optedOut"
    | "topicLeft"
    | "suppressionList"
    | "quarantined"
    | "suppressed"
    | "duplicate"
    | "excludedDomain"
    | "fatigue"
    | "controlGroup"
    | "sizeLimit"
    | "notRenderable"
    | "timePassed";
  profileId: string;
}

export interface Figures {
  asOf: string;
  books: {
    balanced: boolean;
    delivered: number;
    difference: number;
    failed: number;
    optedOut: number;
    pending: number;
    retryable?: number;
    stopped: number;
    toDeliver: number;
    unknown: number;
  };
  campaignId: string;
  clickToOpen: Rate;
  clicked: Rate;
  clickedByHuman: Rate;
  clickedByMachine: Rate;
  clickedByUnknown: Rate;
  complained: Rate;
  delivered: Rate;
  excluded: number;
  failed: Rate;
  opened: Rate;
  openedByHuman: Rate;
  openedByMachine: Rate;
  openedByUnknown: Rate;
  runId: string;
  sent: Rate;
  state: string;
  targeted: number;
  toDeliver: number;
  trackable?: Rate;
  unsubscribed: Rate;
}

export interface FoundNames {
  cursor: string | null;
  items: {
    address: string;
    id: string;
    name: string;
  }[];
  looked: number | null;
}

export interface FoundProfiles {
  isCut: boolean;
  items: {
    address: string;
    id: string;
    lists: string[];
  }[];
}

export interface GivenUpImport {
  givenUpAt: string;
  importedAt: string;
  list: string;
  rows: number;
  written: number | null;
}

export interface Happening {
  actorClass: "human" | "unknown" | "machine" | null;
  at: string;
  kind:
    | "send"
    | "delivery"
    | "bounce"
    | "complaint"
    | "reject"
    | "delay"
    | "open"
    | "click"
    | "unsubscribe"
    | "autoReply"
    | "notSpam"
    | "wayOut"
    | "viewed";
  label: string | null;
  link: string | null;
  rule: string | null;
  status: string | null;
}

export interface HistoryLine {
  at: string;
  campaignId: string;
  campaignName: string;
  clickedAt: string | null;
  complainedAt: string | null;
  deliveredAt: string | null;
  excluded: string | null;
  failure: string | null;
  happenings: Happening[];
  number: number | null;
  openedAt: string | null;
  openedByHumanAt: string | null;
  runId: string;
  state:
    | "pending"
    | "claimed"
    | "handedOver"
    | "delivered"
    | "failed"
    | "unknown"
    | "stopped"
    | "excluded";
  subject: string;
  unsubscribedAt: string | null;
}

export interface HolidayDays {
  items: {
    date: string;
    name: string;
  }[];
}

export interface HolidayRegions {
  items: {
    code: string;
    name: string;
    parts: {
      code: string;
      name: string;
    }[];
  }[];
}

export interface Home {
  asOf: string;
  awaiting: {
    count: number;
    items: RunLine[];
  };
  failed: {
    count: number;
    items: RunLine[];
  };
  held: {
    count: number;
    items: RunLine[];
  };
  later: number;
  paused: {
    count: number;
    items: RunLine[];
  };
  planned: {
    count: number;
    items: PlannedSend[];
  };
  preparing: {
    count: number;
    items: RunLine[];
  };
  sending: {
    count: number;
    items: RunLine[];
  };
  /** Ids of entries that cannot be read: they are left out here, and nothing else is */
  unreadable: string[];
  yours: {
    count: number;
    items: RunLine[];
  };
}

export interface HourLine {
  clicked: number;
  clickedByHuman: number;
  clickedByMachine: number;
  clickedByUnknown: number;
  hour: string;
  opened: number;
  openedByHuman: number;
  openedByMachine: number;
  openedByUnknown: number;
}

export interface ImportJob {
  accepted: number;
  asOf: string;
  bytes: number;
  createdAt: string;
  /** When the step under way ends if it goes on so */
  endsAt: string | null;
  fileName: string;
  id: string;
  list: string;
  /** Rows per second in the step under way */
  perSecond: number | null;
  percent: number | null;
  problem: {
    cause?: string;
    code: string;
    detail: string;
    facts: Record<string, unknown>;
    mend: string;
  } | null;
  rejected: number;
  report: {
    accepted: number;
    columns: {
      as:
        | "id"
        | "address"
        | "optedOut"
        | "optedIn"
        | "quarantined"
        | "tracking"
        | "trackingOptOut"
        | "attribute"
        | "ignored"
        | "notTaken"
        | "unclear";
      header: string;
      meaning?:
        | "firstName"
        | "lastName"
        | "fullName"
        | "consentDate"
        | "language"
        | "timeZone";
      name: string;
      topic?: string;
      type?: "text" | "number" | "date" | "yesNo";
    }[];
    delimiter:
      | ","
      | ";"
      | "\t"
      | "|"
      | "||"
      | "^"
      | ":"
      | "~"
      | "#"
      | "/"
      | "\\"
      | "!"
      | "$"
      | "%"
      | "&"
      | "*"
      | "+"
      | "="
      | "?"
      | "¦"
      | "§"
      | "\u001f"
      | "\u0001"
      | null;
    encoding:
      | "utf-8"
      | "utf-16le"
      | "utf-16be"
      | "windows-1252"
      | "windows-1250"
      | "windows-1251"
      | "windows-1253"
      | "windows-1254"
      | "windows-1257"
      | "iso-8859-15"
      | "iso-8859-2"
      | "iso-8859-5"
      | "iso-8859-7"
      | "iso-8859-13"
      | "iso-8859-16"
      | "macintosh"
      | "x-mac-cyrillic"
      | "koi8-r"
      | "koi8-u"
      | "ibm866"
      | "cp850"
      | "cp852"
      | "cp437"
      | null;
    rejected: number;
    rejectedBy: Partial<
      Record<
        | "columns"
        | "id"
        | "repeated"
        | "erased"
        | "merged"
        | "addressTooLong"
        | "severalAddresses"
        | "notText"
        | "tooLarge"
        | "badBytes"
        | "quoteOpen"
        | "optOutUnclear"
        | "notStored"
        | "fields"
        | "attributeName"
        | "addressMissing",
        number
      >
    >;
    rejectedObjects: number;
    sheet: string | null;
    unread: {
      count: number;
      lines: number[];
      name: string;
      type: "text" | "number" | "date" | "yesNo";
    }[];
  } | null;
  rowsRead: number;
  startedAt: string | null;
  /** uploading: parts are missing, or it was not started; settling: it counts, and what it says of addresses is on its way; refused: the file cannot be imported as it is, see problem; failed: it was given up, the list is what it was */
  state:
    | "uploading"
    | "reading"
    | "writing"
    | "settling"
    | "done"
    | "refused"
    | "failed"
    | "cancelled";
  written: number;
}

export interface ImportLook {
  columns: {
    as:
      | "id"
      | "address"
      | "optedOut"
      | "optedIn"
      | "quarantined"
      | "tracking"
      | "trackingOptOut"
      | "attribute"
      | "ignored"
      | "notTaken"
      | "unclear";
    header: string;
    isRemembered: boolean;
    meaning?:
      | "firstName"
      | "lastName"
      | "fullName"
      | "consentDate"
      | "language"
      | "timeZone";
    name: string;
    seen: {
      count: number;
      word: string;
    }[];
    topic?: string;
    type?: "text" | "number" | "date" | "yesNo";
    unread: number;
  }[];
  damagedLines: number[];
  delimiter:
    | ","
    | ";"
    | "\t"
    | "|"
    | "||"
    | "^"
    | ":"
    | "~"
    | "#"
    | "/"
    | "\\"
    | "!"
    | "$"
    | "%"
    | "&"
    | "*"
    | "+"
    | "="
    | "?"
    | "¦"
    | "§"
    | "\u001f"
    | "\u0001"
    | null;
  encoding:
    | "utf-8"
    | "utf-16le"
    | "utf-16be"
    | "windows-1252"
    | "windows-1250"
    | "windows-1251"
    | "windows-1253"
    | "windows-1254"
    | "windows-1257"
    | "iso-8859-15"
    | "iso-8859-2"
    | "iso-8859-5"
    | "iso-8859-7"
    | "iso-8859-13"
    | "iso-8859-16"
    | "macintosh"
    | "x-mac-cyrillic"
    | "koi8-r"
    | "koi8-u"
    | "ibm866"
    | "cp850"
    | "cp852"
    | "cp437"
    | null;
  headerLine: number;
  hiddenRows: number;
  rows: string[][];
  rowsSeen: number;
  sheet: string | null;
  sheets: string[];
}

export interface ImportReport {
  accepted: number;
  columns: {
    as:
      | "id"
      | "address"
      | "optedOut"
      | "optedIn"
      | "quarantined"
      | "tracking"
      | "trackingOptOut"
      | "attribute"
      | "ignored"
      | "notTaken"
      | "unclear";
    header: string;
    meaning?:
      | "firstName"
      | "lastName"
      | "fullName"
      | "consentDate"
      | "language"
      | "timeZone";
    name: string;
    topic?: string;
    type?: "text" | "number" | "date" | "yesNo";
  }[];
  /** null: of a workbook */
  delimiter:
    | ","
    | ";"
    | "\t"
    | "|"
    | "||"
    | "^"
    | ":"
    | "~"
    | "#"
    | "/"
    | "\\"
    | "!"
    | "$"
    | "%"
    | "&"
    | "*"
    | "+"
    | "="
    | "?"
    | "¦"
    | "§"
    | "\u001f"
    | "\u0001"
    | null;
  /** null: of a workbook */
  encoding:
    | "utf-8"
    | "utf-16le"
    | "utf-16be"
    | "windows-1252"
    | "windows-1250"
    | "windows-1251"
    | "windows-1253"
    | "windows-1254"
    | "windows-1257"
    | "iso-8859-15"
    | "iso-8859-2"
    | "iso-8859-5"
    | "iso-8859-7"
    | "iso-8859-13"
    | "iso-8859-16"
    | "macintosh"
    | "x-mac-cyrillic"
    | "koi8-r"
    | "koi8-u"
    | "ibm866"
    | "cp850"
    | "cp852"
    | "cp437"
    | null;
  /** Of GET /profiles/imports/{id}/rejections; null: no row was rejected */
  id: string | null;
  list: string;
  rejected: number;
  rejections: {
    cause: string;
    code:
      | "columns"
      | "id"
      | "repeated"
      | "erased"
      | "merged"
      | "addressTooLong"
      | "severalAddresses"
      | "notText"
      | "tooLarge"
      | "badBytes"
      | "quoteOpen"
      | "optOutUnclear"
      | "notStored"
      | "fields"
      | "attributeName"
      | "addressMissing";
    column?: string;
    facts: Record<string, string | number>;
    line: number;
    value?: string;
  }[];
  rows: number;
  /** Of a workbook; null: of a text */
  sheet: string | null;
  unread: {
    count: number;
    lines: number[];
    name: string;
    type: "text" | "number" | "date" | "yesNo";
  }[];
}

export interface ImportUpload {
  bytes: number;
  done: number;
  id: string;
  missing: {
    bytes: number;
    number: number;
    /**
     * Place of its first byte in the file
     */
    start: number;
    url: string;
  }[];
  partBytes: number;
  parts: number;
}

export interface InviteRequest {
  address: string;
  groups: ("prepare-deliveries" | "start-deliveries" | "administration")[];
  language?: "en" | "de";
  name: string;
  reason: string;
}

export interface Invited {
  address: string;
  changedAt: string | null;
  createdAt: string | null;
  groups: ("prepare-deliveries" | "start-deliveries" | "administration")[];
  language: "en" | "de";
  mailed: boolean;
  name: string;
  provider: string | null;
  rolesFrom: "administration" | "provider";
  state: "active" | "invited" | "notReady" | "disabled" | "refused";
  sub: string;
}

export interface KpiView {
  figures: Figures;
  live: boolean;
  nextAt: string;
  perSecond: number;
  series: {
    at: string;
    clicked: number;
    delivered: number;
    opened: number;
    openedByHuman: number;
  }[];
  stale: boolean;
  underway: {
    inFlight: number;
    notBegun: number;
    throttled: number;
  } | null;
  usual: Usual | null;
  variants: VariantFigures[];
  waves: WaveFigures[];
}

export interface LabelState {
  id: string;
  /**
   * Compared without capital letters. Changing them is no edit: it raises no version and voids nothing
   */
  labels: string[];
}

export interface LabelsRequest {
  /**
   * Compared without capital letters. Changing them is no edit: it raises no version and voids nothing
   */
  labels: string[];
}

export interface LinkLine {
  clicks: number;
  clicksByHuman: number;
  clicksByMachine: number;
  clicksByUnknown: number;
  label: string;
  link: string;
  messages: number;
  messagesByHuman: number;
  messagesByMachine: number;
  messagesByUnknown: number;
}

export interface LinkRules {
  isTracked?: boolean;
  untracked?: string[];
  utm?: {
    campaign: string;
    content?: string;
    medium: string;
    source: string;
  };
}

export interface LinkRulesOutput {
  isTracked: boolean;
  untracked: string[];
  utm?: {
    campaign: string;
    content?: string;
    medium: string;
    source: string;
  };
}

export interface ListCount {
  attributes: string[];
  cursor: string | null;
  optedOut: number;
  profiles: number;
}

export interface ListDetail {
  campaigns: {
    id: string;
    name: string;
  }[];
  list: ListSummary;
  segments: {
    id: string;
    name: string;
  }[];
}

export interface ListMember {
  attributes: Record<string, string>;
  email: string;
  id: string;
  opted_out: "yes" | "no";
}

export interface ListSummary {
  importedAt: string;
  /** Its profiles are test profiles, and in no audience that does not name it */
  isTest?: true;
  name: string;
  /**
   * Rows of the latest import
   */
  profiles: number;
  /**
   * Of a list of test profiles: addresses that an administrator took in, which may get proofs
   */
  testAddresses?: number;
  title?: string;
}

export interface Machine {
  clientId: string;
  createdAt: string;
  id: string;
  name: string;
  previousUntil: string | null;
  scopes: ("look" | "prepare" | "audience" | "figures")[];
  secretSince: string;
}

export interface MachineActRequest {
  reason: string;
}

export interface MachineWithSecret {
  machine: Machine;
  secret: string;
}

export interface Machines {
  items: Machine[];
  tokenUrl: string;
}

export interface MailChoice {
  /** @maxItems 10 */
  off: (
    | "reminded"
    | "refused"
    | "blocked"
    | "approversMissing"
    | "expired"
    | "skipped"
    | "paused"
    | "stopped"
    | "finished"
    | "seriesEnded"
  )[];
}

export interface MailDifference {
  before: "frozen" | "anew" | "none";
  html: {
    is: string;
    was: string;
  };
  isWhollyNew: boolean;
  label: string;
  subject: {
    kind: "same" | "added" | "removed";
    text: string;
  }[];
  text: {
    kind: "same" | "added" | "removed";
    text: string;
  }[];
  to: {
    createdAt: string;
    runId: string;
    wasConfirmed: boolean;
  } | null;
}

export interface MailTemplate {
  content: ContentSummary;
  createdAt: string;
  createdBy: Person;
  id: string;
  name: string;
  sketch: SketchSection[];
  updatedAt: string;
  updatedBy: Person;
  version: number;
}

export interface Me {
  email: string;
  groups: string[];
  mayManagePeople: boolean;
  mayPrepare: boolean;
  maySeeLogs: boolean;
  mayStart: boolean;
  name: string;
  policy: Policy;
  proofs: {
    domains: string[];
    perDay: number;
    perRun: number;
    testAddresses: string[];
  };
  /** @maxItems 20 */
  topics: {
    de: string;
    en: string;
    id: string;
  }[];
  training: boolean;
}

export interface MergeRequest {
  other: string;
  take?: string[];
}

export interface MessageLine {
  address: string;
  at: string | null;
  failure: string | null;
  number: number;
  profileId: string;
  sesMessageId: string | null;
  state: MessageState;
}

export interface MessageMail {
  address: string;
  from: string;
  html: string;
  number: number;
  preheader: string;
  profileId: string;
  sendAt: string | null;
  subject: string;
  text: string;
}

export type MessageSet =
  | {
      name?: string;
      run: string;
    }
  | {
      campaign: string;
      name?: string;
      runs: "last" | "all";
    }
  | {
      days: number;
    };

export type MessageState =
  | "pending"
  | "claimed"
  | "handedOver"
  | "delivered"
  | "failed"
  | "unknown"
  | "stopped";

export interface NewCalendarFeed {
  address: string;
  createdAt: string | null;
}

export interface NewCampaign {
  checkLimits?: CheckLimitsOverride;
  /** Liquid source. All texts of all variants together have at most 1,000,000 bytes in UTF-8; more is 413 */
  content: {
    /** @maxItems 10 */
    attachments?: Attachment[];
    html?: string;
    language?: string;
    mjml?: string;
    preheader?: string;
    subject: string;
    text?: string;
    textFor?: string;
    /** @maxItems 19 */
    variants?: {
      content: {
        html?: string;
        mjml?: string;
        preheader?: string;
        subject: string;
        text?: string;
        textFor?: string;
      };
      for:
        | {
            by: "language";
            language: string;
          }
        | {
            by: "abTest";
          };
      id: string;
    }[];
  };
  filter?: AudienceFilter;
  /**
   * Compared without capital letters. Changing them is no edit: it raises no version and voids nothing
   */
  labels?: string[];
  links?: LinkRules;
  list?: string;
  name: string;
  policy?: PolicyOverride;
  replyTo?: string;
  requestConfirmation?: boolean;
  rules?: AudienceRules;
  schedule: Schedule;
  sender: {
    address: string;
    name: string;
  };
  template?:
    | {
        sha256: string;
        id: string;
        name: string;
      }
    | {
        name: string;
        version: number;
      };
  topic?: string;
}

export interface NewMachine {
  name: string;
  reason: string;
  /**
   * look, prepare, audience, figures: docs/machines.md says what each opens
   */
  scopes: ("look" | "prepare" | "audience" | "figures")[];
}

export interface NewWebhook {
  address: string;
  /**
   * Types of docs/run-events.md; empty: all, and those to come
   */
  events: string[];
  kind: "webhook" | "slack" | "teams" | "googleChat";
  language: "en" | "de";
  name: string;
  reason: string;
}

export interface PeriodLine {
  aggregation: "day" | "week" | "month" | "year";
  campaignVersion: number;
  isPartial: boolean;
  period: string;
  runs: {
    id: string;
    start: string;
    state:
      | "Preparing"
      | "PreparationFailed"
      | "AwaitingConfirmation"
      | "Scheduled"
      | "Sending"
      | "Paused"
      | "Finished"
      | "Stopped"
      | "Rejected"
      | "Expired"
      | "Skipped";
  }[];
  total: CampaignTotal;
}

export interface Person {
  email: string;
  language: "en" | "de";
  name: string;
  sub: string;
}

export interface PersonActRequest {
  reason: string;
}

export interface PersonConsent {
  at: string;
  facts: Record<string, string | number>;
  profileId: string;
  what: "signedUp" | "consentRecorded" | "trackingGiven" | "trackingRefused";
}

export interface PersonExport {
  addressOptOut: AddressOptOut | null;
  changes: StandingChange[];
  consents: PersonConsent[];
  cursor: string | null;
  exportedAt: string;
  history: HistoryLine[];
  leftTopics: string[];
  merged: ProfileDetail[];
  onSuppressionList: boolean;
  profile: Profile;
  standing: AddressStanding | null;
  tracking: TrackingConsent | null;
  trackingByTopic: Record<string, TrackingConsent>;
  /** Ids of entries that cannot be read: they are left out here, and nothing else is */
  unreadable: string[];
}

export interface Picture {
  alt: string;
  bytes: number;
  height: number;
  id: string;
  isAnimated: boolean;
  name: string;
  type: "jpeg" | "png" | "gif";
  uploadedAt: string;
  uploadedBy: Person;
  url: string;
  width: number;
}

export interface PicturePage {
  cursor: string | null;
  items: Picture[];
  /** Ids of entries that cannot be read: they are left out here, and nothing else is */
  unreadable: string[];
}

export interface PlannedSend {
  at: string;
  campaignId: string;
  campaignName: string;
  run: RunLine | null;
}

export interface Policy {
  approvals: number;
  ask:
    | {
        group: string;
        kind: "group";
      }
    | {
        addresses: string[];
        kind: "people";
      };
  deadlineSeconds: number;
  escalateTo: string | null;
  extraAbove: number | null;
  fourEyes: boolean;
  remindAt: number[];
  training: boolean;
  unanswered: "skip" | "hold";
  unaskedSeries: "allowed" | "forbidden";
}

export interface PolicyOverride {
  approvals?: number;
  ask?:
    | {
        group: string;
        kind: "group";
      }
    | {
        addresses: string[];
        kind: "people";
      };
  deadlineSeconds?: number;
  escalateTo?: string;
  extraAbove?: number;
  fourEyes?: boolean;
  /** @maxItems 5 */
  remindAt?: number[];
  unanswered?: "skip" | "hold";
}

export interface PolicyOverrideOutput {
  approvals?: number;
  ask?:
    | {
        group: string;
        kind: "group";
      }
    | {
        addresses: string[];
        kind: "people";
      };
  deadlineSeconds?: number;
  escalateTo?: string;
  extraAbove?: number;
  fourEyes?: boolean;
  /** @maxItems 5 */
  remindAt?: number[];
  unanswered?: "skip" | "hold";
}

export interface PoolPerson {
  address: string;
  changedAt: string | null;
  createdAt: string | null;
  groups: ("prepare-deliveries" | "start-deliveries" | "administration")[];
  language: "en" | "de";
  name: string;
  provider: string | null;
  rolesFrom: "administration" | "provider";
  state: "active" | "invited" | "notReady" | "disabled" | "refused";
  sub: string;
}

export interface Preview {
  as: number | null;
  from: string;
  html: string;
  kind: "first" | "longest" | "emptiest" | "chosen";
  label: string;
  picked: {
    kind: "first" | "longest" | "emptiest";
    variant: string | null;
  }[];
  preheader: string;
  samples: number;
  sendAt: string | null;
  subject: string;
  text: string;
  variant: string | null;
}

export interface PreviewRequest {
  address?: string;
  content: {
    html?: string;
    mjml?: string;
    preheader?: string;
    subject: string;
    text?: string;
    textFor?: string;
  };
  filter?: AudienceFilter;
  links?: LinkRules;
  list?: string;
}

/** RFC 9457, with a stable code, and how to mend it */
export interface Problem {
  /** Which refusal of this code it is; further members hold its values */
  cause?: string;
  code: string;
  /** What is wrong */
  detail: string;
  /** How to mend it */
  mend: string;
  status: number;
  title: string;
  type: string;
}

export interface Profile {
  address: string;
  attributes: Record<string, string>;
  changes?: StandingChange[];
  erasedAt?: string;
  id: string;
  importedAt: string;
  lists: string[];
  mergedFrom?: string[];
  optedInAt?: string;
  optedOut?: {
    at: string;
    source: "import" | "api" | "oneClick" | "page" | "complaint" | "erasure";
  };
  tracking?: TrackingConsent;
  trackingByTopic?: Record<string, TrackingConsent>;
}

export interface ProfileBatchReport {
  accepted: number;
  profiles: {
    id: string;
    index: number;
    state: "created" | "updated" | "unchanged";
  }[];
  rejected: number;
  rejections: {
    cause: string;
    code:
      | "columns"
      | "id"
      | "repeated"
      | "erased"
      | "merged"
      | "addressTooLong"
      | "severalAddresses"
      | "notText"
      | "tooLarge"
      | "badBytes"
      | "quoteOpen"
      | "optOutUnclear"
      | "notStored"
      | "fields"
      | "attributeName"
      | "addressMissing";
    facts: Record<string, string | number>;
    index: number;
  }[];
}

export interface ProfileDetail {
  addressOptOut: AddressOptOut | null;
  changes: StandingChange[];
  leftTopics: string[];
  onSuppressionList: boolean;
  profile: Profile;
  standing: AddressStanding | null;
  tracking: TrackingConsent | null;
  trackingByTopic: Record<string, TrackingConsent>;
}

export interface ProfileFields {
  address?: string;
  /** Read as the columns of a file are; what is not named stays as it is, null or an empty text empties it */
  attributes?: Record<string, string | number | boolean | null>;
  /** @maxItems 10 */
  leaves?: string[];
  /** @maxItems 10 */
  lists?: string[];
  optedOut?: boolean;
  tracking?: "given" | "refused";
  trackingByTopic?: Record<string, "given" | "refused">;
}

export interface ProfilesUnderway {
  askedBy: string;
  percent: number;
  since: string;
  state: "counting";
}

export type ProfilesView =
  | {
      state: "none";
    }
  | ProfilesUnderway
  | {
      askedBy: string;
      percent: number;
      since: string;
      state: "abandoned";
    }
  | {
      askedBy: string;
      profiles: CampaignProfiles;
      since: string;
      state: "done";
    }
  | {
      askedBy: string;
      percent: number;
      since: string;
      state: "gaveUp";
    };

export interface ProofReport {
  sent: number;
  subject: string;
}

export interface ProofRequest {
  addresses: string[];
  /**
   * Number of a sample, from 0; of a higher one the last sample is taken. Read only without `profile` and `variant`.
   */
  as?: number;
  /**
   * A profile of the audience. It comes before whatever else says as whom.
   */
  profile?: string;
  /**
   * The content of this variant, as the first sample who gets it does. It comes before `as`, and `profile` before it.
   */
  variant?: string;
}

export interface Rate {
  count: number;
  of: number;
  percent: number | null;
}

export interface ReassignRequest {
  from: string;
  to: string;
}

export interface RecountUnderway {
  askedBy: string;
  pass: number;
  percent: number;
  since: string;
  state: "counting";
}

export type RecountView =
  | {
      state: "none";
    }
  | RecountUnderway
  | {
      askedBy: string;
      pass: number;
      percent: number;
      since: string;
      state: "abandoned";
    }
  | {
      askedBy: string;
      report: StatsReport;
      since: string;
      state: "done";
    }
  | {
      askedBy: string;
      gaveUpAt: string;
      percent: number;
      since: string;
      state: "gaveUp";
      why: "busy" | "tooLong";
    };

export interface ReleaseLimits {
  audienceChangePercent: number;
  mostUnasked: number | null;
}

export interface ResendRequest {
  messages: number;
}

export interface RunConditions {
  contents: {
    conditions: Condition[];
    language: string | null;
    more: number;
    samples: {
      kind: "first" | "longest" | "emptiest";
      number: number;
    }[];
    variant: string | null;
  }[];
}

export interface RunDifference {
  attachments: {
    is: "new" | "gone" | "changed";
    name: string;
  }[];
  audience: {
    added: number;
    removed: number;
  } | null;
  changed: (
    | "sender"
    | "replyTo"
    | "list"
    | "filter"
    | "rules"
    | "schedule"
    | "policy"
    | "language"
  )[];
  htmlChanged: boolean;
  subject: {
    kind: "same" | "added" | "removed" | "gap" | "cut";
    text: string;
  }[];
  text: {
    kind: "same" | "added" | "removed" | "gap" | "cut";
    text: string;
  }[];
  to: {
    counts: Counts;
    createdAt: string;
    runId: string;
    wasConfirmed: boolean;
  } | null;
  variants: {
    htmlChanged: boolean;
    id: string;
    is: "new" | "kept" | "gone";
    language: string;
    subject: {
      kind: "same" | "added" | "removed" | "gap" | "cut";
      text: string;
    }[];
    text: {
      kind: "same" | "added" | "removed" | "gap" | "cut";
      text: string;
    }[];
  }[];
}

export interface RunLine {
  blocking: number;
  campaignId: string;
  campaignName: string;
  counts: {
    targeted: number;
    toDeliver: number;
  } | null;
  createdAt: string;
  deadline: string | null;
  endCause: string | null;
  endedAt: string | null;
  endedBy: Person | null;
  holdUntil: string | null;
  id: string;
  lastWaveAt: string | null;
  occurrence: string | null;
  pausedAt: string | null;
  requestedBy: Person;
  resendOf: string | null;
  schedule: {
    mode: "onceConfirmed" | "onDate" | "recurring";
  };
  sendAt: string | null;
  sendingStartedAt: string | null;
  start: string | null;
  startAt: string | null;
  state:
    | "Preparing"
    | "PreparationFailed"
    | "AwaitingConfirmation"
    | "Scheduled"
    | "Sending"
    | "Paused"
    | "Finished"
    | "Stopped"
    | "Rejected"
    | "Expired"
    | "Skipped";
  subject: string | null;
  whoCan: string[];
  you: {
    mayConfirm: boolean;
  };
}

export interface RunPage {
  count: number;
  cursor: string | null;
  items: RunLine[];
  month: string;
  /** Ids of entries that cannot be read: they are left out here, and nothing else is */
  unreadable: string[];
}

export interface RunView {
  abTest: AbResult | null;
  approvals: Decision[];
  approvalsNeeded: number | null;
  approvers: Person[];
  approversMissing: ApproversMissing | null;
  attachments: AttachmentOutput[];
  authors: Person[];
  campaignId: string;
  campaignName: string;
  changed: (
    | "name"
    | "content"
    | "schedule"
    | "confirmation"
    | "audience"
    | "rules"
    | "sender"
  )[];
  checks: Check[];
  counts: Counts | null;
  createdAt: string;
  deadline: string | null;
  decision: Decision | null;
  endCause: string | null;
  endReason?: string;
  endedAt: string | null;
  endedBy: Person | null;
  execution: {
    name: string;
    url: string | null;
  } | null;
  filter: AudienceFilterOutput | null;
  holdCause: string | null;
  holdUntil: string | null;
  id: string;
  isBesides: boolean;
  list: string;
  manifestHash: string | null;
  missedStart: string | null;
  missedStarts: number | null;
  notMailed: number;
  pausedAt: string | null;
  policy: Policy | null;
  preparationMs: number | null;
  preparedAt: string | null;
  releaseLimits: ReleaseLimits | null;
  releasesSeries: boolean;
  requestConfirmation: boolean;
  requestedBy: Person;
  resendOf: string | null;
  resentAs: string | null;
  rules: AudienceRulesOutput | null;
  schedule: ScheduleOutput;
  segments: {
    filter?: AudienceFilterOutput;
    id: string;
    list: string;
    name: string;
    version: number;
  }[];
  sendAt: string | null;
  sendingStartedAt: string | null;
  start: string | null;
  startAt: string | null;
  state:
    | "Preparing"
    | "PreparationFailed"
    | "AwaitingConfirmation"
    | "Scheduled"
    | "Sending"
    | "Paused"
    | "Finished"
    | "Stopped"
    | "Rejected"
    | "Expired"
    | "Skipped";
  subject: string | null;
  topic: string | null;
  validUntil: string | null;
  variants: VariantCount[];
  version: number;
  waves: WaveView[];
  you: {
    bar: "role" | "notAsked" | "fourEyes" | "given" | null;
    mayConfirm: boolean;
    mayPrepare: boolean;
    mayReassign: boolean;
    mayResend: boolean;
    maySend: boolean;
    mayWithdraw: boolean;
    whoMayConfirm: "start-deliveries";
  };
}

export type Schedule =
  | {
      /** A share gets the variants of the content in equal parts; the one that wins goes to the rest. At a tie the first of the best wins, and where too few did anything the own content */
      abTest?: {
        /**
         * From when the test is out to the decision, and with it to the rest
         */
        afterHours: number;
        /** Those of people: machines are nobody */
        decideBy: "clicks" | "opens";
        /** How many are in the test, all variants together; each variant gets as many */
        share:
          | {
              by: "percent";
              percent: number;
            }
          | {
              by: "number";
              people: number;
            };
      };
      mode: "onceConfirmed";
      /** Until when the messages are valid. What was not handed over to SES by then is stopped */
      validity?:
        | {
            by: "time";
            until: string;
            zone: string;
          }
        | {
            by: "hours";
            /**
             * From the planned start on, or from the confirmation where none is planned
             */
            hours: number;
          };
      /** Sent in waves one after the other, each only when the one before it is out, the brake is off and nobody paused the run */
      waves?: {
        /**
         * From the beginning of a wave to that of the next one
         */
        gapMinutes: number;
        split:
          | {
              by: "share";
              percents: number[];
            }
          | {
              by: "number";
              numbers: number[];
            }
          | {
              attribute: string;
              by: "field";
              values: string[];
            }
          | {
              by: "ramp";
              first: number;
              growthPercent: number;
            };
      };
    }
  | {
      /** A share gets the variants of the content in equal parts; the one that wins goes to the rest. At a tie the first of the best wins, and where too few did anything the own content */
      abTest?: {
        /**
         * From when the test is out to the decision, and with it to the rest
         */
        afterHours: number;
        /** Those of people: machines are nobody */
        decideBy: "clicks" | "opens";
        /** How many are in the test, all variants together; each variant gets as many */
        share:
          | {
              by: "percent";
              percent: number;
            }
          | {
              by: "number";
              people: number;
            };
      };
      mode: "onDate";
      /** The planned time is meant where each person is, by an attribute that names an IANA time zone; whose it does not is sent to by `default`. Of a series each start, a day before which its run is prepared */
      recipientZone?: {
        attribute: string;
        default: string;
        /** What becomes of people whose time has passed already when it is prepared */
        passed: "atOnce" | "leaveOut";
      };
      startSendingFrom: string;
      /** Until when the messages are valid. What was not handed over to SES by then is stopped */
      validity?:
        | {
            by: "time";
            until: string;
            zone: string;
          }
        | {
            by: "hours";
            /**
             * From the planned start on, or from the confirmation where none is planned
             */
            hours: number;
          };
      /** Sent in waves one after the other, each only when the one before it is out, the brake is off and nobody paused the run */
      waves?: {
        /**
         * From the beginning of a wave to that of the next one
         */
        gapMinutes: number;
        split:
          | {
              by: "share";
              percents: number[];
            }
          | {
              by: "number";
              numbers: number[];
            }
          | {
              attribute: string;
              by: "field";
              values: string[];
            }
          | {
              by: "ramp";
              first: number;
              growthPercent: number;
            };
      };
      zone: string;
    }
  | {
      /** A share gets the variants of the content in equal parts; the one that wins goes to the rest. At a tie the first of the best wins, and where too few did anything the own content */
      abTest?: {
        /**
         * From when the test is out to the decision, and with it to the rest
         */
        afterHours: number;
        /** Those of people: machines are nobody */
        decideBy: "clicks" | "opens";
        /** How many are in the test, all variants together; each variant gets as many */
        share:
          | {
              by: "percent";
              percent: number;
            }
          | {
              by: "number";
              people: number;
            };
      };
      /** Runs of a period are one line of figures; absent: none. Only without it each run can be confirmed */
      aggregation?: "none" | "day" | "week" | "month" | "year";
      endsOn?: string;
      except?: string[];
      frequency:
        | {
            every: number;
            kind: "minutes";
          }
        | {
            kind: "daily";
            time: string;
          }
        | {
            kind: "weekly";
            time: string;
            weekday: number;
          }
        | {
            day: number;
            kind: "monthly";
            time: string;
          }
        | {
            day: number;
            kind: "yearly";
            month: number;
            time: string;
          }
        | {
            every?: number;
            kind: "days";
            /**
             * Times of day, at least ten minutes apart; this or `window`
             */
            times?: string[];
            /** Every so many minutes from the first to the last time of day, both included; this or `times` */
            window?: {
              every: number;
              from: string;
              to: string;
            };
          }
        | {
            every?: number;
            kind: "weeks";
            /**
             * Times of day, at least ten minutes apart; this or `window`
             */
            times?: string[];
            weekdays: number[];
            /** Every so many minutes from the first to the last time of day, both included; this or `times` */
            window?: {
              every: number;
              from: string;
              to: string;
            };
          }
        | {
            /**
             * Days of the month, -1 for the last one
             */
            days?: number[];
            every?: number;
            kind: "months";
            /**
             * The nth such weekday of the month, 1 to 5, or -1 for the last one; besides `days` or instead
             */
            nthWeekdays?: {
              nth: number;
              weekday: number;
            }[];
            /**
             * RFC 7529: a day that a month does not have is left out (omit), or is its last day (backward)
             */
            skip?: "omit" | "backward";
            /**
             * Times of day, at least ten minutes apart; this or `window`
             */
            times?: string[];
            /** Every so many minutes from the first to the last time of day, both included; this or `times` */
            window?: {
              every: number;
              from: string;
              to: string;
            };
          }
        | {
            /**
             * Days of the month, -1 for the last one
             */
            days?: number[];
            every?: number;
            kind: "years";
            months: number[];
            /**
             * The nth such weekday of the month, 1 to 5, or -1 for the last one; besides `days` or instead
             */
            nthWeekdays?: {
              nth: number;
              weekday: number;
            }[];
            /**
             * RFC 7529: a day that a month does not have is left out (omit), or is its last day (backward)
             */
            skip?: "omit" | "backward";
            /**
             * Times of day, at least ten minutes apart; this or `window`
             */
            times?: string[];
            /** Every so many minutes from the first to the last time of day, both included; this or `times` */
            window?: {
              every: number;
              from: string;
              to: string;
            };
          };
      /** What becomes of a start that was missed (an outage): it is skipped, the default, or once made up for, which asks */
      missed?: "skip" | "once";
      mode: "recurring";
      /** The planned time is meant where each person is, by an attribute that names an IANA time zone; whose it does not is sent to by `default`. Of a series each start, a day before which its run is prepared */
      recipientZone?: {
        attribute: string;
        default: string;
        /** What becomes of people whose time has passed already when it is prepared */
        passed: "atOnce" | "leaveOut";
      };
      runs?: number;
      startsOn: string;
      /** How long the messages of a run are valid. What was not handed over to SES by then is stopped */
      validity?: {
        by: "hours";
        /**
         * From the planned start on, or from the confirmation where none is planned
         */
        hours: number;
      };
      /** Sent in waves one after the other, each only when the one before it is out, the brake is off and nobody paused the run */
      waves?: {
        /**
         * From the beginning of a wave to that of the next one
         */
        gapMinutes: number;
        split:
          | {
              by: "share";
              percents: number[];
            }
          | {
              by: "number";
              numbers: number[];
            }
          | {
              attribute: string;
              by: "field";
              values: string[];
            }
          | {
              by: "ramp";
              first: number;
              growthPercent: number;
            };
      };
      zone: string;
    };

export type ScheduleOutput =
  | {
      /** A share gets the variants of the content in equal parts; the one that wins goes to the rest. At a tie the first of the best wins, and where too few did anything the own content */
      abTest?: {
        /**
         * From when the test is out to the decision, and with it to the rest
         */
        afterHours: number;
        /** Those of people: machines are nobody */
        decideBy: "clicks" | "opens";
        /** How many are in the test, all variants together; each variant gets as many */
        share:
          | {
              by: "percent";
              percent: number;
            }
          | {
              by: "number";
              people: number;
            };
      };
      mode: "onceConfirmed";
      validity?:
        | {
            by: "time";
            until: string;
            zone: string;
          }
        | {
            by: "hours";
            hours: number;
          };
      /** Sent in waves one after the other, each only when the one before it is out, the brake is off and nobody paused the run */
      waves?: {
        /**
         * From the beginning of a wave to that of the next one
         */
        gapMinutes: number;
        split:
          | {
              by: "share";
              percents: number[];
            }
          | {
              by: "number";
              numbers: number[];
            }
          | {
              attribute: string;
              by: "field";
              values: string[];
            }
          | {
              by: "ramp";
              first: number;
              growthPercent: number;
            };
      };
    }
  | {
      /** A share gets the variants of the content in equal parts; the one that wins goes to the rest. At a tie the first of the best wins, and where too few did anything the own content */
      abTest?: {
        /**
         * From when the test is out to the decision, and with it to the rest
         */
        afterHours: number;
        /** Those of people: machines are nobody */
        decideBy: "clicks" | "opens";
        /** How many are in the test, all variants together; each variant gets as many */
        share:
          | {
              by: "percent";
              percent: number;
            }
          | {
              by: "number";
              people: number;
            };
      };
      mode: "onDate";
      recipientZone?: {
        attribute: string;
        default: string;
        /** What becomes of people whose time has passed already when it is prepared */
        passed: "atOnce" | "leaveOut";
      };
      startSendingFrom: string;
      validity?:
        | {
            by: "time";
            until: string;
            zone: string;
          }
        | {
            by: "hours";
            hours: number;
          };
      /** Sent in waves one after the other, each only when the one before it is out, the brake is off and nobody paused the run */
      waves?: {
        /**
         * From the beginning of a wave to that of the next one
         */
        gapMinutes: number;
        split:
          | {
              by: "share";
              percents: number[];
            }
          | {
              by: "number";
              numbers: number[];
            }
          | {
              attribute: string;
              by: "field";
              values: string[];
            }
          | {
              by: "ramp";
              first: number;
              growthPercent: number;
            };
      };
      zone: string;
    }
  | {
      /** A share gets the variants of the content in equal parts; the one that wins goes to the rest. At a tie the first of the best wins, and where too few did anything the own content */
      abTest?: {
        /**
         * From when the test is out to the decision, and with it to the rest
         */
        afterHours: number;
        /** Those of people: machines are nobody */
        decideBy: "clicks" | "opens";
        /** How many are in the test, all variants together; each variant gets as many */
        share:
          | {
              by: "percent";
              percent: number;
            }
          | {
              by: "number";
              people: number;
            };
      };
      aggregation?: "none" | "day" | "week" | "month" | "year";
      endsOn?: string;
      except?: string[];
      frequency:
        | {
            every: number;
            kind: "minutes";
          }
        | {
            kind: "daily";
            time: string;
          }
        | {
            kind: "weekly";
            time: string;
            weekday: number;
          }
        | {
            day: number;
            kind: "monthly";
            time: string;
          }
        | {
            day: number;
            kind: "yearly";
            month: number;
            time: string;
          }
        | {
            every: number;
            kind: "days";
            times?: string[];
            window?: {
              every: number;
              from: string;
              to: string;
            };
          }
        | {
            every: number;
            kind: "weeks";
            times?: string[];
            weekdays: number[];
            window?: {
              every: number;
              from: string;
              to: string;
            };
          }
        | {
            days?: number[];
            every: number;
            kind: "months";
            nthWeekdays?: {
              nth: number;
              weekday: number;
            }[];
            skip: "omit" | "backward";
            times?: string[];
            window?: {
              every: number;
              from: string;
              to: string;
            };
          }
        | {
            days?: number[];
            every: number;
            kind: "years";
            months: number[];
            nthWeekdays?: {
              nth: number;
              weekday: number;
            }[];
            skip: "omit" | "backward";
            times?: string[];
            window?: {
              every: number;
              from: string;
              to: string;
            };
          };
      missed?: "skip" | "once";
      mode: "recurring";
      recipientZone?: {
        attribute: string;
        default: string;
        /** What becomes of people whose time has passed already when it is prepared */
        passed: "atOnce" | "leaveOut";
      };
      runs?: number;
      startsOn: string;
      validity?: {
        by: "hours";
        hours: number;
      };
      /** Sent in waves one after the other, each only when the one before it is out, the brake is off and nobody paused the run */
      waves?: {
        /**
         * From the beginning of a wave to that of the next one
         */
        gapMinutes: number;
        split:
          | {
              by: "share";
              percents: number[];
            }
          | {
              by: "number";
              numbers: number[];
            }
          | {
              attribute: string;
              by: "field";
              values: string[];
            }
          | {
              by: "ramp";
              first: number;
              growthPercent: number;
            };
      };
      zone: string;
    };

export interface Segment {
  createdAt: string;
  createdBy: Person;
  filter?: AudienceFilterOutput;
  hands: {
    at: string;
    by: Person;
  }[];
  id: string;
  list: string;
  name: string;
  updatedAt: string;
  updatedBy: Person;
  version: number;
}

export interface SegmentCount {
  asOf: string;
  cursor: string | null;
  optedOut: number;
  profiles: number;
  sample: {
    email: string;
    id: string;
  }[];
  unknown: number;
}

export interface SegmentDetail {
  campaigns: {
    id: string;
    name: string;
  }[];
  segment: Segment;
}

export interface SegmentEdit {
  filter?: AudienceFilter;
  list?: string;
  name: string;
  version: number;
}

export interface SegmentInput {
  filter?: AudienceFilter;
  list?: string;
  name: string;
}

export interface SegmentList {
  items: Segment[];
  /** Ids of entries that cannot be read: they are left out here, and nothing else is */
  unreadable: string[];
}

export interface SendWindow {
  blocking?: boolean;
  days: number[];
  from: string;
  to: string;
  zone: string;
}

export interface SendWindowOutput {
  blocking: boolean;
  days: number[];
  from: string;
  to: string;
  zone: string;
}

export interface SeriesChangeRequest {
  /**
   * Kept in the history of the series
   */
  reason?: string;
}

export interface SeriesView {
  changed: {
    act: "armed" | "paused" | "resumed" | "startSkipped" | "endSet" | "ended";
    at: string;
    by: Person;
    reason?: string;
  } | null;
  lastStart: string | null;
  nextStart: string | null;
  skipped: SkippedStart[];
  state: "draft" | "armed" | "paused" | "ended";
}

export interface SignedOutEverywhere {
  signedOut: true;
}

export interface SketchSection {
  /** @maxItems 4 */
  columns: (
    | "title"
    | "heading"
    | "text"
    | "small"
    | "button"
    | "rows"
    | "line"
    | "picture"
  )[][];
  ground: "page" | "card" | "soft" | "accent";
}

export interface SkipRequest {
  /**
   * Kept in the history of the series
   */
  reason?: string;
  start: string;
}

export interface SkippedStart {
  at: string;
  by: Person;
  occurrence?: string;
  start: string;
}

export interface Snippet {
  createdAt: string;
  createdBy: Person;
  hands: {
    at: string;
    by: Person;
  }[];
  id: string;
  text: string;
  updatedAt: string;
  updatedBy: Person;
  version: number;
}

export interface SnippetDetail {
  snippet: Snippet;
  users: SnippetUser[];
}

export interface SnippetEdit {
  text: string;
  version: number;
}

export interface SnippetInput {
  name: string;
  text: string;
}

export interface SnippetPage {
  cursor: string | null;
  items: Snippet[];
  /** Ids of entries that cannot be read: they are left out here, and nothing else is */
  unreadable: string[];
}

export interface SnippetUser {
  id: string;
  kind: "campaign" | "template" | "snippet";
  name: string;
}

export interface StandingChange {
  at: string;
  by: string | null;
  cause: string | null;
  kind:
    | "optedOut"
    | "optedIn"
    | "quarantined"
    | "released"
    | "trackingGiven"
    | "trackingRefused";
  topic?: string;
}

export interface StatsReport {
  after: Figures;
  before: Figures;
  computedAt: string;
  computedBy: string;
  corrected: {
    after: number;
    before: number;
    counter:
      | "delivered"
      | "deliveredUntracked"
      | "bounced"
      | "hardBounced"
      | "rejected"
      | "complained"
      | "delayed"
      | "opened"
      | "openedByHuman"
      | "openedByMachine"
      | "clicked"
      | "clickedByHuman"
      | "clickedByMachine"
      | "unsubscribed";
  }[];
  difference: Record<string, number>;
  durationMs: number;
}

export interface StrangeEvents {
  unknown: {
    eventType: string;
    firstAt: string;
    lastAt: string;
    place: string;
    seen: number;
    value: string | null;
  }[];
  unmatched: {
    causes: {
      cause: "noTags" | "noSuchRun" | "noSuchMessage" | "newType" | "rowsEnded";
      count: number;
    }[];
    keptDays: number;
    more: boolean;
  };
  /** Ids of entries that cannot be read: they are left out here, and nothing else is */
  unreadable: string[];
}

export interface SuppressionAnswer {
  by: "address" | "domain" | null;
}

export interface SuppressionCount {
  addresses: number;
  domains: number;
}

export interface SuppressionReport {
  added: number;
  addresses: number;
  domains: number;
  domainsNamed: string[];
  known: number;
  rejected: number;
  rejectedLines: number[];
}

export interface TemplateCopy {
  name: string;
}

export interface TemplateDetail {
  /** Liquid source. All texts of all variants together have at most 1,000,000 bytes in UTF-8; more is 413 */
  content: {
    /** @maxItems 10 */
    attachments?: AttachmentOutput[];
    html?: string;
    language?: string;
    mjml?: string;
    preheader: string;
    subject: string;
    text: string;
    textFor?: string;
    /** @maxItems 19 */
    variants?: {
      content: {
        html?: string;
        mjml?: string;
        preheader: string;
        subject: string;
        text: string;
        textFor?: string;
      };
      for:
        | {
            by: "language";
            language: string;
          }
        | {
            by: "abTest";
          };
      id: string;
    }[];
  };
  template: MailTemplate;
}

export interface TemplateEdit {
  /** Liquid source. All texts of all variants together have at most 1,000,000 bytes in UTF-8; more is 413 */
  content?: {
    /** @maxItems 10 */
    attachments?: Attachment[];
    html?: string;
    language?: string;
    mjml?: string;
    preheader?: string;
    subject: string;
    text?: string;
    textFor?: string;
    /** @maxItems 19 */
    variants?: {
      content: {
        html?: string;
        mjml?: string;
        preheader?: string;
        subject: string;
        text?: string;
        textFor?: string;
      };
      for:
        | {
            by: "language";
            language: string;
          }
        | {
            by: "abTest";
          };
      id: string;
    }[];
  };
  name: string;
  version: number;
}

export interface TemplateInput {
  /** Liquid source. All texts of all variants together have at most 1,000,000 bytes in UTF-8; more is 413 */
  content: {
    /** @maxItems 10 */
    attachments?: Attachment[];
    html?: string;
    language?: string;
    mjml?: string;
    preheader?: string;
    subject: string;
    text?: string;
    textFor?: string;
    /** @maxItems 19 */
    variants?: {
      content: {
        html?: string;
        mjml?: string;
        preheader?: string;
        subject: string;
        text?: string;
        textFor?: string;
      };
      for:
        | {
            by: "language";
            language: string;
          }
        | {
            by: "abTest";
          };
      id: string;
    }[];
  };
  name: string;
}

export interface TemplatePage {
  cursor: string | null;
  items: MailTemplate[];
  /** Ids of entries that cannot be read: they are left out here, and nothing else is */
  unreadable: string[];
}

export interface TestListMark {
  cursor: string | null;
  list: ListSummary;
}

export interface TrackingConsent {
  at: string;
  choice: "given" | "refused";
  source: "import" | "page" | "recorded" | "signUp";
  text?: string;
  topic?: string;
}

export interface TriedWebhook {
  cause:
    | "notPublic"
    | "timeout"
    | "noName"
    | "tls"
    | "connection"
    | "status"
    | null;
  isDelivered: boolean;
  status: number | null;
}

export interface UnmatchedEventLine {
  at: string;
  cause: "noTags" | "noSuchRun" | "noSuchMessage" | "newType" | "rowsEnded";
  eventType: string;
  number: number | null;
  runId: string | null;
  sesMessageId: string;
}

export interface Unreached {
  at: string;
  domain: string;
  mail: "approval" | "notice" | "proof";
  sub: string | null;
  why:
    | "userUnknown"
    | "invalidDomain"
    | "mailboxFull"
    | "accountDisabled"
    | "unreachable"
    | "refused"
    | "suppressed"
    | "notDefined"
    | "reject";
}

export interface UnreachedAnswer {
  items: Unreached[];
}

export interface Usual {
  clicked: number | null;
  clickedByHuman: number | null;
  delivered: number | null;
  failed: number | null;
  opened: number | null;
  openedByHuman: number | null;
  runs: number;
}

export interface VariantCount {
  id: string | null;
  language: string;
  recipients: number;
  subject: string;
}

export interface VariantFigures {
  handedOver: number;
  id: string | null;
  language: string;
  left: number;
  open: number;
  optedOut: number;
  outcome: VariantLine | null;
  recipients: number;
  refused: number;
}

export interface VariantLine {
  bounced: number;
  clicked: number;
  clickedByHuman: number;
  clickedByMachine: number;
  clickedByUnknown: number;
  complained: number;
  delivered: number;
  deliveredUntracked: number;
  id: string | null;
  opened: number;
  openedByHuman: number;
  openedByMachine: number;
  openedByUnknown: number;
  recipients: number;
  rejected: number;
  unsubscribed: number;
}

export interface WaveFigures {
  handedOver: number;
  left: number;
  open: number;
  optedOut: number;
  outcome: WaveLine | null;
  recipients: number;
  refused: number;
}

export interface WaveLine {
  bounced: number;
  clicked: number;
  clickedByHuman: number;
  clickedByMachine: number;
  clickedByUnknown: number;
  complained: number;
  delivered: number;
  deliveredUntracked: number;
  number: number;
  opened: number;
  openedByHuman: number;
  openedByMachine: number;
  openedByUnknown: number;
  recipients: number;
  rejected: number;
  unsubscribed: number;
}

export interface WaveView {
  begunAt: string | null;
  notBefore: string | null;
  recipients: number;
  state: "waiting" | "sending" | "sent";
}

export interface WebhookActRequest {
  reason: string;
}

export interface WebhookList {
  items: WebhookView[];
}

export interface WebhookView {
  createdAt: string;
  events: string[];
  host: string;
  id: string;
  kind: "webhook" | "slack" | "teams" | "googleChat";
  language: "en" | "de";
  last: {
    at: string;
    cause:
      | "notPublic"
      | "timeout"
      | "noName"
      | "tls"
      | "connection"
      | "status"
      | null;
    failingSince: string | null;
    isDelivered: boolean;
    nextAt: string | null;
    status: number | null;
  } | null;
  name: string;
  off: {
    cause: "byHand" | "failing" | "gone";
    since: string;
  } | null;
}

export interface WebhookWithSecret {
  secret: string | null;
  webhook: WebhookView;
}

export interface WeekLine {
  bounced: Rate;
  clickedByHuman: Rate;
  complained: Rate;
  delivered: Rate;
  from: string;
  openedByHuman: Rate;
  runs: number;
  sent: number;
  unsubscribed: Rate;
  week: string;
}

export interface Weeks {
  asOf: string | null;
  cursor: null;
  isCounting: boolean;
  items: WeekLine[];
}

export interface WhyAnswer {
  campaignName: string;
  cause:
    | "notInAudience"
    | "forgotten"
    | "notPrepared"
    | "excluded"
    | "ended"
    | "waiting"
    | "claimed"
    | "handedOver"
    | "delivered"
    | "failed"
    | "unknown"
    | "stopped";
  detail: string | null;
  evidence: HistoryLine | null;
  got: "yes" | "no" | "notYet" | "unknown";
  profileId: string;
  runId: string;
  sentence: {
    de: string;
    en: string;
  };
}

export interface WithdrawRequest {
  reason?: string;
}

export interface WrittenProfile {
  id: string;
  state: "created" | "updated" | "unchanged";
}

/** Each operation that answers JSON: what it takes, and what it answers. */
export interface Operations {
  /** Choose which mails of Freigabe you do without; the question to confirm always comes */
  chooseMails: {
    params: {};
    query: {};
    body: MailChoice;
    answer: MailChoice;
  };
  /** Which mails of Freigabe you do without */
  getMails: {
    params: {};
    query: {};
    body: undefined;
    answer: MailChoice;
  };
  /** Who is signed in, and what they may do */
  getMe: {
    params: {};
    query: {};
    body: undefined;
    answer: Me;
  };
  /** End every sign-in of your own: no refresh token of them works any more */
  signOutEverywhere: {
    params: {};
    query: {};
    body: undefined;
    answer: SignedOutEverywhere;
  };
  /** Change name, language and roles of somebody, disable or enable them; what is left out stays */
  changePerson: {
    params: {
      sub: string;
    };
    query: {};
    body: ChangePersonRequest;
    answer: PoolPerson;
  };
  /** Mail a new first password to somebody who has not set one of their own */
  inviteAgain: {
    params: {
      sub: string;
    };
    query: {};
    body: PersonActRequest;
    answer: Invited;
  };
  /** Invite somebody by mail, in their language */
  invitePerson: {
    params: {};
    query: {};
    body: InviteRequest;
    answer: Invited;
  };
  /** Everybody in the user pool, a page of at most 60; for administrators */
  listPeople: {
    params: {};
    query: {
      cursor?: string;
      limit?: number;
    };
    body: undefined;
    answer: {
      cursor: string | null;
      items: PoolPerson[];
    };
  };
  /** Remove somebody from the user pool; answers who they were */
  removePerson: {
    params: {
      sub: string;
    };
    query: {};
    body: PersonActRequest;
    answer: PoolPerson;
  };
  /** Forget the authenticator app of somebody, and sign them out */
  resetMfa: {
    params: {
      sub: string;
    };
    query: {};
    body: PersonActRequest;
    answer: PoolPerson;
  };
  /** Change it, switch it off or on; what is left out stays */
  changeWebhook: {
    params: {
      id: string;
    };
    query: {};
    body: ChangeWebhookRequest;
    answer: WebhookView;
  };
  /** Add one; the secret that signs its messages is in this answer only */
  createWebhook: {
    params: {};
    query: {};
    body: NewWebhook;
    answer: WebhookWithSecret;
  };
  /** Systems and chats that hear what happens to runs, with what became of the last delivery */
  listWebhooks: {
    params: {};
    query: {};
    body: undefined;
    answer: WebhookList;
  };
  /** Remove it with its secrets; answers what it was */
  removeWebhook: {
    params: {
      id: string;
    };
    query: {};
    body: WebhookActRequest;
    answer: WebhookView;
  };
  /** Give it a new secret; messages are signed with the old one too for a day */
  rotateWebhookSecret: {
    params: {
      id: string;
    };
    query: {};
    body: WebhookActRequest;
    answer: WebhookWithSecret;
  };
  /** Send a message of the type webhook.tried now, and say what became of it */
  tryWebhook: {
    params: {
      id: string;
    };
    query: {};
    body: undefined;
    answer: TriedWebhook;
  };
  /** Change its name or its scopes; what is left out stays */
  changeMachine: {
    params: {
      id: string;
    };
    query: {};
    body: ChangeMachineRequest;
    answer: Machine;
  };
  /** Let another system sign in; its secret is in this answer only */
  createMachine: {
    params: {};
    query: {};
    body: NewMachine;
    answer: MachineWithSecret;
  };
  /** Other systems that sign in, with what each may do; for administrators */
  listMachines: {
    params: {};
    query: {};
    body: undefined;
    answer: Machines;
  };
  /** Revoke it at once, with the tokens that it has; answers what it was */
  revokeMachine: {
    params: {
      id: string;
    };
    query: {};
    body: MachineActRequest;
    answer: Machine;
  };
  /** Give it a new client id with a new secret; those before work for a day besides */
  rotateMachineSecret: {
    params: {
      id: string;
    };
    query: {};
    body: MachineActRequest;
    answer: MachineWithSecret;
  };
  /** Begin the upload of a file of profiles; says where its parts go */
  beginUpload: {
    params: {};
    query: {};
    body: {
      bytes: number;
      fileName: string;
      list: string;
    };
    answer: ImportUpload;
  };
  /** Cancel an import that does not count yet; the list stays what it was */
  cancelImport: {
    params: {
      id: string;
    };
    query: {};
    body: undefined;
    answer: ImportJob;
  };
  /** Forgets a person, as POST /profiles/{id}/erase does; who should only get no mails of a list leaves the list */
  deleteProfile: {
    params: {
      id: string;
    };
    query: {};
    body: undefined;
    answer: EraseReport;
  };
  /** Forgets a person (GDPR Art. 17); figures stay, and nobody of this id is written to again */
  erasePerson: {
    params: {
      id: string;
    };
    query: {
      cursor?: string;
    };
    body: undefined;
    answer: EraseReport;
  };
  /** Why whoever has this address got a message, or did not */
  explain: {
    params: {};
    query: {
      address: string;
      run?: string;
    };
    body: undefined;
    answer: {
      items: WhyAnswer[];
      runs: {
        campaignName: string;
        createdAt: string;
        runId: string;
      }[];
      /** Ids of entries that cannot be read: they are left out here, and nothing else is */
      unreadable: string[];
    };
  };
  /** Everything that is kept of one person (GDPR Art. 15) */
  exportPerson: {
    params: {
      id: string;
    };
    query: {
      cursor?: string;
      limit?: number;
    };
    body: undefined;
    answer: PersonExport;
  };
  /** Profiles that have an address */
  findProfiles: {
    params: {};
    query: {
      address: string;
    };
    body: undefined;
    answer: {
      items: ProfileDetail[];
    };
  };
  /** Every message to this profile with its state, opens and clicks */
  getHistory: {
    params: {
      id: string;
    };
    query: {
      cursor?: string;
      limit?: number;
    };
    body: undefined;
    answer: {
      cursor: string | null;
      endedAfterDays: number | null;
      items: HistoryLine[];
      /** Ids of entries that cannot be read: they are left out here, and nothing else is */
      unreadable: string[];
    };
  };
  /** How far an import is, and what came of it */
  getImport: {
    params: {
      id: string;
    };
    query: {};
    body: undefined;
    answer: ImportJob;
  };
  /** The latest imports of uploaded files */
  getImports: {
    params: {};
    query: {};
    body: undefined;
    answer: {
      items: {
        accepted: number;
        asOf: string;
        bytes: number;
        createdAt: string;
        /** When the step under way ends if it goes on so */
        endsAt: string | null;
        fileName: string;
        id: string;
        list: string;
        /** Rows per second in the step under way */
        perSecond: number | null;
        percent: number | null;
        problem: {
          cause?: string;
          code: string;
          detail: string;
          facts: Record<string, unknown>;
          mend: string;
        } | null;
        rejected: number;
        rowsRead: number;
        startedAt: string | null;
        /** uploading: parts are missing, or it was not started; settling: it counts, and what it says of addresses is on its way; refused: the file cannot be imported as it is, see problem; failed: it was given up, the list is what it was */
        state:
          | "uploading"
          | "reading"
          | "writing"
          | "settling"
          | "done"
          | "refused"
          | "failed"
          | "cancelled";
        written: number;
      }[];
    };
  };
  /** A profile with the status of its address */
  getProfile: {
    params: {
      id: string;
    };
    query: {};
    body: undefined;
    answer: ProfileDetail;
  };
  /** The rejected rows of an import, with what stands in them, for a week */
  getRejections: {
    params: {
      id: string;
    };
    query: {
      cursor?: string;
      limit?: number;
    };
    body: undefined;
    answer: {
      cursor: string | null;
      items: {
        cause: string;
        code:
          | "columns"
          | "id"
          | "repeated"
          | "erased"
          | "merged"
          | "addressTooLong"
          | "severalAddresses"
          | "notText"
          | "tooLarge"
          | "badBytes"
          | "quoteOpen"
          | "optOutUnclear"
          | "notStored"
          | "fields"
          | "attributeName"
          | "addressMissing";
        column?: string;
        facts: Record<string, string | number>;
        line: number;
        value?: string;
      }[];
    };
  };
  /** Which parts of an upload are missing, and where they go */
  getUpload: {
    params: {
      id: string;
    };
    query: {};
    body: undefined;
    answer: ImportUpload;
  };
  /** Import profiles from a CSV file or a workbook (.xlsx) into a list */
  importProfiles: {
    params: {};
    query: {
      asAttribute?: string;
      changedAddresses?: number;
      emptyCells?: "empty" | "keep";
      encoding?:
        | "utf-8"
        | "utf-16le"
        | "utf-16be"
        | "windows-1252"
        | "windows-1250"
        | "windows-1251"
        | "windows-1253"
        | "windows-1254"
        | "windows-1257"
        | "iso-8859-15"
        | "iso-8859-2"
        | "iso-8859-5"
        | "iso-8859-7"
        | "iso-8859-13"
        | "iso-8859-16"
        | "macintosh"
        | "x-mac-cyrillic"
        | "koi8-r"
        | "koi8-u"
        | "ibm866"
        | "cp850"
        | "cp852"
        | "cp437";
      list: string;
      mapping?: string;
      sheet?: string;
    };
    body: File;
    answer: ImportReport;
  };
  /** Opts the address of a profile out of topics; who wants them again consents anew */
  leaveTopics: {
    params: {
      id: string;
    };
    query: {};
    body: {
      topics: string[];
    };
    answer: ProfileDetail;
  };
  /** What a file is taken for, and what its columns would become; writes nothing */
  lookAtImport: {
    params: {};
    query: {
      encoding?:
        | "utf-8"
        | "utf-16le"
        | "utf-16be"
        | "windows-1252"
        | "windows-1250"
        | "windows-1251"
        | "windows-1253"
        | "windows-1254"
        | "windows-1257"
        | "iso-8859-15"
        | "iso-8859-2"
        | "iso-8859-5"
        | "iso-8859-7"
        | "iso-8859-13"
        | "iso-8859-16"
        | "macintosh"
        | "x-mac-cyrillic"
        | "koi8-r"
        | "koi8-u"
        | "ibm866"
        | "cp850"
        | "cp852"
        | "cp437";
      list?: string;
      part?: "true" | "false";
      sheet?: string;
    };
    body: File;
    answer: ImportLook;
  };
  /** What an uploaded file is taken for by its first rows, and what its columns would become */
  lookAtUpload: {
    params: {
      id: string;
    };
    query: {
      encoding?:
        | "utf-8"
        | "utf-16le"
        | "utf-16be"
        | "windows-1252"
        | "windows-1250"
        | "windows-1251"
        | "windows-1253"
        | "windows-1254"
        | "windows-1257"
        | "iso-8859-15"
        | "iso-8859-2"
        | "iso-8859-5"
        | "iso-8859-7"
        | "iso-8859-13"
        | "iso-8859-16"
        | "macintosh"
        | "x-mac-cyrillic"
        | "koi8-r"
        | "koi8-u"
        | "ibm866"
        | "cp850"
        | "cp852"
        | "cp437";
      sheet?: string;
    };
    body: undefined;
    answer: ImportLook;
  };
  /** Merges another profile of the same person into this one; a no of either is one of both */
  mergeProfiles: {
    params: {
      id: string;
    };
    query: {};
    body: MergeRequest;
    answer: ProfileDetail;
  };
  /** Adds or changes up to 100 profiles; each row answers for itself */
  postProfiles: {
    params: {};
    query: {
      asAttribute?: string;
    };
    body: {
      profiles: object[];
    };
    answer: ProfileBatchReport;
  };
  /** Adds a profile, or changes what is named of it, by the rules of an import */
  putProfile: {
    params: {
      id: string;
    };
    query: {
      asAttribute?: string;
    };
    body: ProfileFields;
    answer: WrittenProfile;
  };
  /** Records that a person who opted out consented anew; ends the opt-outs of the profile and its address */
  recordConsent: {
    params: {
      id: string;
    };
    query: {};
    body: {
      reason: string;
    };
    answer: ProfileDetail;
  };
  /** Records whether a person lets opens and clicks of messages to them be tracked */
  recordTracking: {
    params: {
      id: string;
    };
    query: {};
    body: {
      choice: "given" | "refused";
      reason: string;
      /**
       * Of whose mails it was said; absent: of all mails
       */
      topic?: string;
    };
    answer: ProfileDetail;
  };
  /** Lets the address of a profile out of quarantine */
  releaseAddress: {
    params: {
      id: string;
    };
    query: {};
    body: {
      reason: string;
    };
    answer: ProfileDetail;
  };
  /** Profiles of all lists, and those on none, by words of their names, page by page */
  searchNames: {
    params: {};
    query: {
      cursor?: string;
      look?: "names" | "profiles";
      name: string;
    };
    body: undefined;
    answer: FoundNames;
  };
  /** Profiles by their id, or by the beginning of their address */
  searchProfiles: {
    params: {};
    query: {
      q: string;
    };
    body: undefined;
    answer: FoundProfiles;
  };
  /** Import an uploaded file; again after a refusal, with what was missing */
  startImport: {
    params: {
      id: string;
    };
    query: {
      asAttribute?: string;
      changedAddresses?: number;
      emptyCells?: "empty" | "keep";
      encoding?:
        | "utf-8"
        | "utf-16le"
        | "utf-16be"
        | "windows-1252"
        | "windows-1250"
        | "windows-1251"
        | "windows-1253"
        | "windows-1254"
        | "windows-1257"
        | "iso-8859-15"
        | "iso-8859-2"
        | "iso-8859-5"
        | "iso-8859-7"
        | "iso-8859-13"
        | "iso-8859-16"
        | "macintosh"
        | "x-mac-cyrillic"
        | "koi8-r"
        | "koi8-u"
        | "ibm866"
        | "cp850"
        | "cp852"
        | "cp437";
      mapping?: string;
      sheet?: string;
    };
    body: undefined;
    answer: ImportJob;
  };
  /** How many profiles are on a list now, page by page */
  countList: {
    params: {
      list: string;
    };
    query: {
      cursor?: string;
    };
    body: undefined;
    answer: ListCount;
  };
  /** Deletes a list; its profiles stay, and are on it no more */
  deleteList: {
    params: {
      list: string;
    };
    query: {
      usedBy?: number;
    };
    body: undefined;
    answer: ListDetail;
  };
  /** Gives a list the title that people read; its name stays */
  entitleList: {
    params: {
      list: string;
    };
    query: {};
    body: {
      title: string;
    };
    answer: ListSummary;
  };
  /** The profiles of a list, page by page */
  exportList: {
    params: {
      list: string;
    };
    query: {
      attributes?: string;
      cursor?: string;
      limit?: number;
    };
    body: undefined;
    answer: {
      cursor: string | null;
      items: ListMember[];
    };
  };
  /** A list of profiles, and the campaigns that use it */
  getList: {
    params: {
      list: string;
    };
    query: {};
    body: undefined;
    answer: ListDetail;
  };
  /** The lists of profiles */
  getLists: {
    params: {};
    query: {};
    body: undefined;
    answer: {
      givenUp: GivenUpImport[];
      items: ListSummary[];
      /** Ids of entries that cannot be read: they are left out here, and nothing else is */
      unreadable: string[];
    };
  };
  /** Puts a profile on a list */
  joinList: {
    params: {
      id: string;
      list: string;
    };
    query: {};
    body: undefined;
    answer: WrittenProfile;
  };
  /** Takes a profile off a list; it opts nobody out */
  leaveList: {
    params: {
      id: string;
      list: string;
    };
    query: {};
    body: undefined;
    answer: WrittenProfile;
  };
  /** Makes a list one of test profiles, and takes in the addresses that are on it now: they may get proofs */
  markTestList: {
    params: {
      list: string;
    };
    query: {
      cursor?: string;
    };
    body: undefined;
    answer: TestListMark;
  };
  /** Profiles of a list by words of their names, page by page */
  searchList: {
    params: {
      list: string;
    };
    query: {
      cursor?: string;
      look?: "names" | "profiles";
      name: string;
    };
    body: undefined;
    answer: FoundNames;
  };
  /** Makes a list of test profiles one like others */
  unmarkTestList: {
    params: {
      list: string;
    };
    query: {};
    body: undefined;
    answer: ListSummary;
  };
  /** How many profiles a segment means now, page by page, and some of them */
  countSegment: {
    params: {
      id: string;
    };
    query: {
      cursor?: string;
    };
    body: undefined;
    answer: SegmentCount;
  };
  /** Save a segment: a list, conditions, or both, under a name */
  createSegment: {
    params: {};
    query: {};
    body: SegmentInput;
    answer: Segment;
  };
  /** Delete a segment; what was frozen by it is sent all the same, and no other run can be prepared by it */
  deleteSegment: {
    params: {
      id: string;
    };
    query: {
      usedBy?: number;
      version?: number;
    };
    body: undefined;
    answer: SegmentDetail;
  };
  /** Change a segment; runs that are prepared from then on go by it, and a series that asks nobody asks */
  editSegment: {
    params: {
      id: string;
    };
    query: {};
    body: SegmentEdit;
    answer: Segment;
  };
  /** A segment, and the campaigns that name it */
  getSegment: {
    params: {
      id: string;
    };
    query: {};
    body: undefined;
    answer: SegmentDetail;
  };
  /** The saved segments */
  listSegments: {
    params: {};
    query: {};
    body: undefined;
    answer: SegmentList;
  };
  /** The bytes of a file that is attached to mails, in Base64 */
  getAttachment: {
    params: {
      sha256: string;
    };
    query: {};
    body: undefined;
    answer: AttachmentFile;
  };
  /** Upload a file to attach it, at most 4 MB: the answer is what `content.attachments` of a campaign or a template takes */
  uploadAttachment: {
    params: {};
    query: {
      /**
       * Of the file, as those who get the mail see it; its ending says what the file is
       */
      name: string;
    };
    body: File;
    answer: AttachmentOutput;
  };
  /** The pictures that are offered for mails */
  getPictures: {
    params: {};
    query: {
      cursor?: string;
      limit?: number;
      search?: string;
    };
    body: undefined;
    answer: PicturePage;
  };
  /** Offer a picture no longer; mails that show it go on showing it, and uploaded again it is offered again */
  removePicture: {
    params: {
      id: string;
    };
    query: {};
    body: undefined;
    answer: Picture;
  };
  /** Upload a JPEG, PNG or GIF for mails, at most 4 MB; of its bytes only the picture is kept, without camera, place and rotation */
  uploadPicture: {
    params: {};
    query: {
      /**
       * What the picture shows, for people who do not see it
       */
      alt?: string;
      /**
       * Of the file, to find it again
       */
      name?: string;
    };
    body: File;
    answer: Picture;
  };
  /** Copy a template under another name */
  copyTemplate: {
    params: {
      id: string;
    };
    query: {};
    body: TemplateCopy;
    answer: MailTemplate;
  };
  /** Save a content as a template, under a name that no other one has */
  createTemplate: {
    params: {};
    query: {};
    body: TemplateInput;
    answer: MailTemplate;
  };
  /** Delete a template; campaigns that were begun with it stay as they are */
  deleteTemplate: {
    params: {
      id: string;
    };
    query: {
      version?: number;
    };
    body: undefined;
    answer: MailTemplate;
  };
  /** Rename a template, or give it another content; campaigns that were begun with it stay as they are */
  editTemplate: {
    params: {
      id: string;
    };
    query: {};
    body: TemplateEdit;
    answer: MailTemplate;
  };
  /** A template and its content */
  getTemplate: {
    params: {
      id: string;
    };
    query: {};
    body: undefined;
    answer: TemplateDetail;
  };
  /** The templates that people of this stage saved, searched, by their names, without their texts */
  listTemplates: {
    params: {};
    query: {
      cursor?: string;
      limit?: number;
      search?: string;
    };
    body: undefined;
    answer: TemplatePage;
  };
  /** Save a snippet: a piece of MJML, HTML or text with Liquid, at most 10,000 bytes, under a name */
  createSnippet: {
    params: {};
    query: {};
    body: SnippetInput;
    answer: Snippet;
  };
  /** Delete a snippet; what is prepared already is sent all the same, and nothing else can be prepared with it */
  deleteSnippet: {
    params: {
      id: string;
    };
    query: {
      usedBy?: number;
      version?: number;
    };
    body: undefined;
    answer: SnippetDetail;
  };
  /** Change a snippet; what is prepared already stays as it is, and a series that asks nobody asks */
  editSnippet: {
    params: {
      id: string;
    };
    query: {};
    body: SnippetEdit;
    answer: Snippet;
  };
  /** A snippet, and which campaigns, templates and snippets ask for it */
  getSnippet: {
    params: {
      id: string;
    };
    query: {};
    body: undefined;
    answer: SnippetDetail;
  };
  /** The snippets of this stage, searched, by their names; contents take one in by {% render 'name' %} */
  listSnippets: {
    params: {};
    query: {
      cursor?: string;
      limit?: number;
      search?: string;
    };
    body: undefined;
    answer: SnippetPage;
  };
  /** The brand of this stage: colours, font, logo and imprint, with which new contents begin */
  getBrand: {
    params: {};
    query: {};
    body: undefined;
    answer: BrandView;
  };
  /** Set the brand, or take it away; contents that were begun stay as they are */
  putBrand: {
    params: {};
    query: {};
    body: BrandEdit;
    answer: BrandView;
  };
  /** Archive a campaign of which nothing is under way: lists leave it out, and nobody changes, prepares or arms it */
  archiveCampaign: {
    params: {
      id: string;
    };
    query: {};
    body: ArchiveRequest;
    answer: ArchiveState;
  };
  /** Arm a series: from now on its timer starts its runs; sends nothing */
  armSeries: {
    params: {
      id: string;
    };
    query: {};
    body: SeriesChangeRequest;
    answer: SeriesView;
  };
  /** Copy a campaign into a draft without a schedule */
  copyCampaign: {
    params: {
      id: string;
    };
    query: {};
    body: CopyRequest;
    answer: Campaign;
  };
  /** Compute stats of a campaign: count distinct profiles over its last 100 runs */
  countProfiles: {
    params: {
      id: string;
    };
    query: {};
    body: undefined;
    answer: ProfilesUnderway;
  };
  /** Create a campaign */
  createCampaign: {
    params: {};
    query: {};
    body: NewCampaign;
    answer: Campaign;
  };
  /** Delete a campaign that was never prepared; its history stays */
  deleteCampaign: {
    params: {
      id: string;
    };
    query: {};
    body: undefined;
    answer: DeletedCampaign;
  };
  /** Change a campaign; what was prepared from it and not yet sent is void */
  editCampaign: {
    params: {
      id: string;
    };
    query: {};
    body: CampaignEdit;
    answer: Campaign;
  };
  /** End a series now, after a date or after so many starts */
  endSeries: {
    params: {
      id: string;
    };
    query: {};
    body: EndRequest;
    answer: SeriesView;
  };
  /** A campaign with its runs and its next starts */
  getCampaign: {
    params: {
      id: string;
    };
    query: {};
    body: undefined;
    answer: CampaignDetail;
  };
  /** The figures of a campaign: of each of its last 100 runs, and their sum */
  getCampaignKpis: {
    params: {
      id: string;
    };
    query: {};
    body: undefined;
    answer: CampaignKpis;
  };
  /** Progress of the last count of distinct profiles of a campaign, who asked and what it found */
  getProfileCount: {
    params: {
      id: string;
    };
    query: {};
    body: undefined;
    answer: ProfilesView;
  };
  /** Give a campaign these labels and no others; that is no edit, and voids nothing */
  labelCampaign: {
    params: {
      id: string;
    };
    query: {};
    body: LabelsRequest;
    answer: LabelState;
  };
  /** Campaigns with their latest run, searched, filtered, sorted and counted, without the texts of their content */
  listCampaigns: {
    params: {};
    query: {
      cursor?: string;
      label?: string;
      limit?: number;
      search?: string;
      show?: "all" | "mine" | "recurring";
      sort?: "newest" | "changed" | "name";
      state?:
        | "draft"
        | "armed"
        | "paused"
        | "ended"
        | "underWay"
        | "done"
        | "archived";
    };
    body: undefined;
    answer: CampaignPage;
  };
  /** Pause a series: no run starts, and those of its starts that have not begun to go out are stopped */
  pauseSeries: {
    params: {
      id: string;
    };
    query: {};
    body: SeriesChangeRequest;
    answer: SeriesView;
  };
  /** Prepare the run of the next start of an armed series ahead, which asks now and goes out then */
  prepareNextStart: {
    params: {
      id: string;
    };
    query: {};
    body: SeriesChangeRequest;
    answer: RunView;
  };
  /** Resume a series with its next start; what passed in the pause is not made up for */
  resumeSeries: {
    params: {
      id: string;
    };
    query: {};
    body: SeriesChangeRequest;
    answer: SeriesView;
  };
  /** Leave out the next start of a series */
  skipStart: {
    params: {
      id: string;
    };
    query: {};
    body: SkipRequest;
    answer: SeriesView;
  };
  /** Prepare: start a run now, which asks; of a recurring campaign a run besides its starts */
  startRun: {
    params: {
      id: string;
    };
    query: {};
    body: undefined;
    answer: RunView;
  };
  /** Take a campaign back out of the archive; its series stays ended */
  unarchiveCampaign: {
    params: {
      id: string;
    };
    query: {};
    body: ArchiveRequest;
    answer: ArchiveState;
  };
  /** The mail of a content that is being written; keeps and sends nothing */
  previewDraft: {
    params: {};
    query: {};
    body: PreviewRequest;
    answer: DraftPreview;
  };
  /** What goes out on which day, of all campaigns: runs, the starts of series and campaigns with a date; each day with its messages and the lists that are written to more than once */
  getCalendar: {
    params: {};
    query: {
      cursor?: string;
      /**
       * First day
       */
      from: string;
      limit?: number;
      /**
       * Only the first ones of each day; how many there are stands beside it
       */
      perDay?: number;
      /**
       * Last day, at most 41 days after the first
       */
      to: string;
      /** By whose clock a day begins and ends */
      zone: string;
    };
    body: undefined;
    answer: CalendarPage;
  };
  /** Whether whoever asks has a calendar feed, and since when; its address is shown once, when it is made */
  getCalendarFeed: {
    params: {};
    query: {};
    body: undefined;
    answer: CalendarFeedState;
  };
  /** Make a calendar feed for whoever asks, with a secret address; the one before ends */
  makeCalendarFeed: {
    params: {};
    query: {};
    body: CalendarFeedRequest;
    answer: NewCalendarFeed;
  };
  /** End the calendar feed of whoever asks: its address answers nothing any more */
  revokeCalendarFeed: {
    params: {};
    query: {};
    body: undefined;
    answer: CalendarFeedState;
  };
  /** Countries and their parts whose public holidays are known */
  listHolidayRegions: {
    params: {};
    query: {
      /**
       * Of the names
       */
      language?: "en" | "de";
    };
    body: undefined;
    answer: HolidayRegions;
  };
  /** Public holidays of a region, for the days without a start of a series (data: date-holidays, CC BY 3.0) */
  listHolidays: {
    params: {};
    query: {
      /** First year */
      from: number;
      /**
       * Of the names
       */
      language?: "en" | "de";
      /**
       * As GET /holidays/regions names it
       */
      region: string;
      /** Last year, at most five after the first */
      to: number;
    };
    body: undefined;
    answer: HolidayDays;
  };
  /** What waits for you, what stands still, failed or runs, and what goes out next: each counted, however many there are */
  getHome: {
    params: {};
    query: {
      until?: string;
    };
    body: undefined;
    answer: Home;
  };
  /** Decide a test while it waits for its hours: everybody else gets this content, at once */
  chooseWinner: {
    params: {
      id: string;
    };
    query: {};
    body: AbChoice;
    answer: ControlReport;
  };
  /** One person's mail beside that of the last confirmed version, what differs marked */
  compareMail: {
    params: {
      id: string;
    };
    query: {
      message?: number;
    };
    body: undefined;
    answer: MailDifference;
  };
  /** What differs from the last confirmed version or the last run */
  compareRun: {
    params: {
      id: string;
    };
    query: {};
    body: undefined;
    answer: RunDifference;
  };
  /** Compute stats: recount from the ledger and the facts, and show the difference */
  computeStats: {
    params: {
      id: string;
    };
    query: {};
    body: undefined;
    answer: StatsReport;
  };
  /** Confirm, reject or ask for changes of a run; role Start deliveries */
  decideRun: {
    params: {
      id: string;
    };
    query: {};
    body: DecisionRequest;
    answer: RunView;
  };
  /** The figures of the Deployment tile */
  getKpis: {
    params: {
      id: string;
    };
    query: {};
    body: undefined;
    answer: KpiView;
  };
  /** The frozen mail of one message, with links to unsubscribe and to view it that are samples */
  getMessageMail: {
    params: {
      id: string;
      number: string;
    };
    query: {};
    body: undefined;
    answer: MessageMail;
  };
  /** Progress of the last Compute stats of a run, who asked and what it found */
  getRecount: {
    params: {
      id: string;
    };
    query: {};
    body: undefined;
    answer: RecountView;
  };
  /** State, counts, exclusions by cause, checks, fingerprint, who may confirm */
  getRun: {
    params: {
      id: string;
    };
    query: {};
    body: undefined;
    answer: RunView;
  };
  /** Which conditions the frozen contents have, and how many people each branch reaches */
  listConditions: {
    params: {
      id: string;
    };
    query: {};
    body: undefined;
    answer: RunConditions;
  };
  /** Figures by recipient domain, as last published */
  listDomains: {
    params: {
      id: string;
    };
    query: {};
    body: undefined;
    answer: {
      asOf: string | null;
      cursor: string | null;
      items: DomainLine[];
    };
  };
  /** The tracking log */
  listEvents: {
    params: {
      id: string;
    };
    query: {
      cursor?: string;
      kind?:
        | "send"
        | "delivery"
        | "bounce"
        | "complaint"
        | "reject"
        | "delay"
        | "open"
        | "click"
        | "unsubscribe"
        | "autoReply"
        | "notSpam"
        | "wayOut"
        | "viewed";
      limit?: number;
    };
    body: undefined;
    answer: {
      cursor: string | null;
      items: EventLine[];
    };
  };
  /** The exclusion log with causes */
  listExclusions: {
    params: {
      id: string;
    };
    query: {
      cursor?: string;
      limit?: number;
    };
    body: undefined;
    answer: {
      cursor: string | null;
      items: ExclusionLine[];
    };
  };
  /** First opens and first clicks by hour, as last published */
  listHours: {
    params: {
      id: string;
    };
    query: {};
    body: undefined;
    answer: {
      asOf: string | null;
      cursor: string | null;
      items: HourLine[];
    };
  };
  /** Clicks by link, as last published */
  listLinks: {
    params: {
      id: string;
    };
    query: {};
    body: undefined;
    answer: {
      asOf: string | null;
      cursor: string | null;
      items: LinkLine[];
    };
  };
  /** The sending log */
  listMessages: {
    params: {
      id: string;
    };
    query: {
      cursor?: string;
      limit?: number;
      state?: MessageState;
    };
    body: undefined;
    answer: {
      cursor: string | null;
      items: MessageLine[];
    };
  };
  /** Runs that have not ended and those that ended in a month, searched, filtered, sorted and counted */
  listRuns: {
    params: {};
    query: {
      cursor?: string;
      limit?: number;
      month?: string;
      search?: string;
      sort?: "newest" | "name";
      state?:
        | "Preparing"
        | "PreparationFailed"
        | "AwaitingConfirmation"
        | "Scheduled"
        | "Sending"
        | "Paused"
        | "Finished"
        | "Stopped"
        | "Rejected"
        | "Expired"
        | "Skipped";
    };
    body: undefined;
    answer: RunPage;
  };
  /** Mails about this run to approvers and others that did not arrive, kept for 90 days */
  listUnreached: {
    params: {
      id: string;
    };
    query: {};
    body: undefined;
    answer: UnreachedAnswer;
  };
  /** Pause a run that is being sent; it can be resumed */
  pauseRun: {
    params: {
      id: string;
    };
    query: {};
    body: undefined;
    answer: ControlReport;
  };
  /** The frozen mail as one of the sample recipients, or any profile of the audience, gets it */
  previewRun: {
    params: {
      id: string;
    };
    query: {
      /**
       * Number of a sample, from 0; of a higher one the last sample is taken.
       */
      as?: number;
      /**
       * A profile of the audience. It comes before whatever else says as whom.
       */
      profile?: string;
    };
    body: undefined;
    answer: Preview;
  };
  /** Ask another approver instead of one; the old link is dead */
  reassignApprover: {
    params: {
      id: string;
    };
    query: {};
    body: ReassignRequest;
    answer: RunView;
  };
  /** Prepare a run that sends the messages of this one again that are unknown or were refused without a reason, after a confirmation of its own */
  resendRun: {
    params: {
      id: string;
    };
    query: {};
    body: ResendRequest;
    answer: RunView;
  };
  /** Resume a paused run; nobody gets it twice */
  resumeRun: {
    params: {
      id: string;
    };
    query: {};
    body: undefined;
    answer: ControlReport;
  };
  /** Send proofs; they never count in the figures */
  sendProofs: {
    params: {
      id: string;
    };
    query: {};
    body: ProofRequest;
    answer: ProofReport;
  };
  /** Stop a run for good, in any state before its end */
  stopRun: {
    params: {
      id: string;
    };
    query: {};
    body: undefined;
    answer: ControlReport;
  };
  /** Take back a confirmation of your own, until sending begins */
  withdrawConfirmation: {
    params: {
      id: string;
    };
    query: {};
    body: WithdrawRequest;
    answer: RunView;
  };
  /** What SES lets the account send, and how near it is to what SES takes offence at */
  getAccount: {
    params: {};
    query: {};
    body: undefined;
    answer: AccountView;
  };
  /** Send a mail that is being written to known people; nothing of it is kept */
  sendDraftProofs: {
    params: {};
    query: {};
    body: DraftProofRequest;
    answer: ProofReport;
  };
  /** Decide by a mailed link; signed in as the person it was mailed to */
  decideByLink: {
    params: {
      linkId: string;
    };
    query: {};
    body: DecisionRequest;
    answer: RunView;
  };
  /** What would be sent, by a mailed link; changes nothing */
  getConfirmation: {
    params: {
      linkId: string;
    };
    query: {};
    body: undefined;
    answer: ConfirmationView;
  };
  /** How many events of SES are no message of ours, by cause, and what in the others nobody knew */
  countStrange: {
    params: {};
    query: {};
    body: undefined;
    answer: StrangeEvents;
  };
  /** Events of SES that are no message of ours, kept apart for 90 days */
  listUnmatched: {
    params: {};
    query: {
      cursor?: string;
      limit?: number;
    };
    body: undefined;
    answer: {
      cursor: string | null;
      items: UnmatchedEventLine[];
      /** Ids of entries that cannot be read: they are left out here, and nothing else is */
      unreadable: string[];
    };
  };
  /** How many addresses and domains the organisation never writes to */
  countSuppressions: {
    params: {};
    query: {};
    body: undefined;
    answer: SuppressionCount;
  };
  /** Add addresses, domains and SHA-256 hashes of addresses to the suppression list, one a line */
  importSuppressions: {
    params: {};
    query: {};
    body: File;
    answer: SuppressionReport;
  };
  /** Takes one entry off the suppression list */
  removeSuppression: {
    params: {};
    query: {};
    body: {
      entry: string;
      reason: string;
    };
    answer: SuppressionCount;
  };
  /** Whether an address, a domain or a hash is on the suppression list */
  testSuppression: {
    params: {};
    query: {};
    body: {
      entry: string;
    };
    answer: SuppressionAnswer;
  };
  /** Figures over all campaigns by the week in which runs began to be sent, in UTC, as last published */
  getWeeks: {
    params: {};
    query: {
      weeks?: number;
    };
    body: undefined;
    answer: Weeks;
  };
}

/** Method and path of each. */
export const operations: Record<
  keyof Operations,
  readonly [method: string, path: string]
> = {
  chooseMails: ["PUT", "/me/mails"],
  getMails: ["GET", "/me/mails"],
  getMe: ["GET", "/me"],
  signOutEverywhere: ["POST", "/me/sign-out"],
  changePerson: ["PUT", "/people/{sub}"],
  inviteAgain: ["POST", "/people/{sub}/invitation"],
  invitePerson: ["POST", "/people"],
  listPeople: ["GET", "/people"],
  removePerson: ["POST", "/people/{sub}/remove"],
  resetMfa: ["POST", "/people/{sub}/reset-mfa"],
  changeWebhook: ["PUT", "/webhooks/{id}"],
  createWebhook: ["POST", "/webhooks"],
  listWebhooks: ["GET", "/webhooks"],
  removeWebhook: ["POST", "/webhooks/{id}/remove"],
  rotateWebhookSecret: ["POST", "/webhooks/{id}/secret"],
  tryWebhook: ["POST", "/webhooks/{id}/try"],
  changeMachine: ["PUT", "/machines/{id}"],
  createMachine: ["POST", "/machines"],
  listMachines: ["GET", "/machines"],
  revokeMachine: ["POST", "/machines/{id}/revoke"],
  rotateMachineSecret: ["POST", "/machines/{id}/secret"],
  beginUpload: ["POST", "/profiles/imports/uploads"],
  cancelImport: ["POST", "/profiles/imports/{id}/cancel"],
  deleteProfile: ["DELETE", "/profiles/{id}"],
  erasePerson: ["POST", "/profiles/{id}/erase"],
  explain: ["GET", "/profiles/why"],
  exportPerson: ["GET", "/profiles/{id}/export"],
  findProfiles: ["GET", "/profiles"],
  getHistory: ["GET", "/profiles/{id}/history"],
  getImport: ["GET", "/profiles/imports/{id}"],
  getImports: ["GET", "/profiles/imports"],
  getProfile: ["GET", "/profiles/{id}"],
  getRejections: ["GET", "/profiles/imports/{id}/rejections"],
  getUpload: ["GET", "/profiles/imports/{id}/upload"],
  importProfiles: ["POST", "/profiles/imports"],
  leaveTopics: ["POST", "/profiles/{id}/topics/leave"],
  lookAtImport: ["POST", "/profiles/imports/look"],
  lookAtUpload: ["POST", "/profiles/imports/{id}/look"],
  mergeProfiles: ["POST", "/profiles/{id}/merge"],
  postProfiles: ["POST", "/profiles"],
  putProfile: ["PUT", "/profiles/{id}"],
  recordConsent: ["POST", "/profiles/{id}/consent"],
  recordTracking: ["PUT", "/profiles/{id}/tracking"],
  releaseAddress: ["POST", "/profiles/{id}/release"],
  searchNames: ["GET", "/profiles/search/names"],
  searchProfiles: ["GET", "/profiles/search"],
  startImport: ["POST", "/profiles/imports/{id}/start"],
  countList: ["GET", "/lists/{list}/count"],
  deleteList: ["DELETE", "/lists/{list}"],
  entitleList: ["PUT", "/lists/{list}"],
  exportList: ["GET", "/lists/{list}/profiles"],
  getList: ["GET", "/lists/{list}"],
  getLists: ["GET", "/lists"],
  joinList: ["PUT", "/lists/{list}/profiles/{id}"],
  leaveList: ["DELETE", "/lists/{list}/profiles/{id}"],
  markTestList: ["PUT", "/lists/{list}/test"],
  searchList: ["GET", "/lists/{list}/search"],
  unmarkTestList: ["DELETE", "/lists/{list}/test"],
  countSegment: ["GET", "/segments/{id}/count"],
  createSegment: ["POST", "/segments"],
  deleteSegment: ["DELETE", "/segments/{id}"],
  editSegment: ["PUT", "/segments/{id}"],
  getSegment: ["GET", "/segments/{id}"],
  listSegments: ["GET", "/segments"],
  getAttachment: ["GET", "/attachments/{sha256}"],
  uploadAttachment: ["POST", "/attachments"],
  getPictures: ["GET", "/pictures"],
  removePicture: ["DELETE", "/pictures/{id}"],
  uploadPicture: ["POST", "/pictures"],
  copyTemplate: ["POST", "/templates/{id}/copy"],
  createTemplate: ["POST", "/templates"],
  deleteTemplate: ["DELETE", "/templates/{id}"],
  editTemplate: ["PUT", "/templates/{id}"],
  getTemplate: ["GET", "/templates/{id}"],
  listTemplates: ["GET", "/templates"],
  createSnippet: ["POST", "/snippets"],
  deleteSnippet: ["DELETE", "/snippets/{id}"],
  editSnippet: ["PUT", "/snippets/{id}"],
  getSnippet: ["GET", "/snippets/{id}"],
  listSnippets: ["GET", "/snippets"],
  getBrand: ["GET", "/brand"],
  putBrand: ["PUT", "/brand"],
  archiveCampaign: ["POST", "/campaigns/{id}/archive"],
  armSeries: ["POST", "/campaigns/{id}/series/arm"],
  copyCampaign: ["POST", "/campaigns/{id}/copy"],
  countProfiles: ["POST", "/campaigns/{id}/stats"],
  createCampaign: ["POST", "/campaigns"],
  deleteCampaign: ["DELETE", "/campaigns/{id}"],
  editCampaign: ["PUT", "/campaigns/{id}"],
  endSeries: ["POST", "/campaigns/{id}/series/end"],
  getCampaign: ["GET", "/campaigns/{id}"],
  getCampaignKpis: ["GET", "/campaigns/{id}/kpis"],
  getProfileCount: ["GET", "/campaigns/{id}/stats"],
  labelCampaign: ["PUT", "/campaigns/{id}/labels"],
  listCampaigns: ["GET", "/campaigns"],
  pauseSeries: ["POST", "/campaigns/{id}/series/pause"],
  prepareNextStart: ["POST", "/campaigns/{id}/series/prepare"],
  resumeSeries: ["POST", "/campaigns/{id}/series/resume"],
  skipStart: ["POST", "/campaigns/{id}/series/skip"],
  startRun: ["POST", "/campaigns/{id}/runs"],
  unarchiveCampaign: ["POST", "/campaigns/{id}/unarchive"],
  previewDraft: ["POST", "/previews"],
  getCalendar: ["GET", "/calendar"],
  getCalendarFeed: ["GET", "/calendar/feed"],
  makeCalendarFeed: ["POST", "/calendar/feed"],
  revokeCalendarFeed: ["DELETE", "/calendar/feed"],
  listHolidayRegions: ["GET", "/holidays/regions"],
  listHolidays: ["GET", "/holidays"],
  getHome: ["GET", "/home"],
  chooseWinner: ["POST", "/runs/{id}/ab-test"],
  compareMail: ["GET", "/runs/{id}/mail-difference"],
  compareRun: ["GET", "/runs/{id}/difference"],
  computeStats: ["POST", "/runs/{id}/stats"],
  decideRun: ["POST", "/runs/{id}/decision"],
  getKpis: ["GET", "/runs/{id}/kpis"],
  getMessageMail: ["GET", "/runs/{id}/messages/{number}/mail"],
  getRecount: ["GET", "/runs/{id}/stats"],
  getRun: ["GET", "/runs/{id}"],
  listConditions: ["GET", "/runs/{id}/conditions"],
  listDomains: ["GET", "/runs/{id}/domains"],
  listEvents: ["GET", "/runs/{id}/events"],
  listExclusions: ["GET", "/runs/{id}/exclusions"],
  listHours: ["GET", "/runs/{id}/hours"],
  listLinks: ["GET", "/runs/{id}/links"],
  listMessages: ["GET", "/runs/{id}/messages"],
  listRuns: ["GET", "/runs"],
  listUnreached: ["GET", "/runs/{id}/unreached"],
  pauseRun: ["POST", "/runs/{id}/pause"],
  previewRun: ["GET", "/runs/{id}/preview"],
  reassignApprover: ["POST", "/runs/{id}/approvers"],
  resendRun: ["POST", "/runs/{id}/resend"],
  resumeRun: ["POST", "/runs/{id}/resume"],
  sendProofs: ["POST", "/runs/{id}/proofs"],
  stopRun: ["POST", "/runs/{id}/stop"],
  withdrawConfirmation: ["POST", "/runs/{id}/withdraw"],
  getAccount: ["GET", "/account"],
  sendDraftProofs: ["POST", "/proofs"],
  decideByLink: ["POST", "/confirmations/{linkId}"],
  getConfirmation: ["GET", "/confirmations/{linkId}"],
  countStrange: ["GET", "/events/strange"],
  listUnmatched: ["GET", "/events/unmatched"],
  countSuppressions: ["GET", "/suppressions"],
  importSuppressions: ["POST", "/suppressions/imports"],
  removeSuppression: ["POST", "/suppressions/remove"],
  testSuppression: ["POST", "/suppressions/test"],
  getWeeks: ["GET", "/figures/weeks"],
};
