import type { Mail } from './mail.ts';

/** An event in the shape that SES publishes to SNS (SES developer guide, "Examples of event data"). */
export type SesEvent = { eventType: string; mail: { tags: Record<string, string[]> }; [name: string]: unknown };

export const eventKinds = [
  'send',
  'delivery',
  'bounce',
  'complaint',
  'open',
  'click',
  'delay',
  'renderingFailure',
] as const;
export type EventKind = (typeof eventKinds)[number];

export type EventFacts = {
  at: string;
  link?: string;
  userAgent?: string;
  bot?: 'Likely' | 'Unlikely';
  bounceType?: string;
  bounceSubType?: string;
  status?: string;
  /** The bounce is a reply of the reader's mailbox, not a delivery status notification. */
  isReply?: boolean;
  complaintFeedbackType?: string;
  complaintSubType?: string;
};

export const humanAgent =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0 Safari/537.36';
/** Apple Mail Privacy Protection. */
export const privacyAgent = 'Mozilla/5.0';
export const scannerAgent = 'Mozilla/5.0 (compatible; Proofpoint URL Defense)';

const mailOf = (mail: Mail) => ({
  timestamp: mail.receivedAt,
  source: mail.from,
  sourceArn: 'arn:aws:ses:us-east-1:000000000000:identity/freigabe.example',
  sendingAccountId: '000000000000',
  messageId: mail.messageId,
  destination: [mail.to],
  headersTruncated: false,
  headers: Object.entries(mail.headers).map(([name, value]) => ({ name, value })),
  commonHeaders: { from: [mail.from], to: [mail.to], messageId: mail.messageId, subject: mail.content().subject },
  tags: {
    'ses:configuration-set': [mail.configurationSet ?? ''],
    'ses:source-ip': ['127.0.0.1'],
    ...Object.fromEntries(Object.entries(mail.tags).map(([name, value]) => [name, [value]])),
  },
});

/** What SES takes over from a delivery status notification, if there is one. */
const notification = ({ status = '5.1.1' }: EventFacts) => ({
  action: 'failed',
  status,
  diagnosticCode: `smtp; 550 ${status} local SES`,
});

const bounce = (mail: Mail, facts: EventFacts) => ({
  bounceType: facts.bounceType ?? 'Permanent',
  bounceSubType: facts.bounceSubType ?? 'General',
  bouncedRecipients: [{ emailAddress: mail.to, ...(facts.isReply !== true && notification(facts)) }],
  timestamp: facts.at,
  feedbackId: `feedback-${mail.messageId}`,
  ...(facts.isReply !== true && { reportingMTA: 'dsn; local' }),
});

const seen = (facts: EventFacts) => ({
  ipAddress: '127.0.0.1',
  timestamp: facts.at,
  userAgent: facts.userAgent ?? humanAgent,
  isBotEvent: facts.bot ?? 'Unlikely',
});

const complaint = (mail: Mail, facts: EventFacts) => ({
  complainedRecipients: [{ emailAddress: mail.to }],
  timestamp: facts.at,
  feedbackId: `feedback-${mail.messageId}`,
  complaintSubType: facts.complaintSubType ?? null,
  complaintFeedbackType: facts.complaintFeedbackType ?? 'abuse',
});

const delivery = (mail: Mail, facts: EventFacts) => ({
  timestamp: facts.at,
  processingTimeMillis: 40,
  recipients: [mail.to],
  smtpResponse: '250 ok',
  reportingMTA: 'local',
});

const delay = (mail: Mail, facts: EventFacts) => ({
  timestamp: facts.at,
  delayType: 'TransientCommunicationFailure',
  delayedRecipients: [{ emailAddress: mail.to, status: '4.4.1' }],
});

const renderingFailure = (mail: Mail) => ({
  errorMessage: `Attribute '${mail.missing[0] ?? ''}' is not present in the rendering data.`,
  templateName: '',
});

/** Tags that the author gave a link (`ses:tags="label:shop;part:head"`), the first of those that lead there. */
const linkTagsOf = (html: string, link: string): Record<string, string[]> | null => {
  for (const [element, href = ''] of html.matchAll(/<a\s[^>]*href="([^"]*)"[^>]*>/gi)) {
    const [, tags = ''] = /ses:tags="([^"]*)"/i.exec(element) ?? [];
    if (tags === '' || href.replaceAll('&amp;', '&') !== link) continue;
    const pairs = tags.split(';').map((pair) => pair.split(':'));
    return Object.fromEntries(pairs.map(([name = '', value = '']) => [name.trim(), [value.trim()]]));
  }
  return null;
};

type Detail = { eventType: string; [name: string]: unknown };

const detailOf: Record<EventKind, (mail: Mail, facts: EventFacts) => Detail> = {
  send: () => ({ eventType: 'Send', send: {} }),
  delivery: (mail, facts) => ({ eventType: 'Delivery', delivery: delivery(mail, facts) }),
  bounce: (mail, facts) => ({ eventType: 'Bounce', bounce: bounce(mail, facts) }),
  complaint: (mail, facts) => ({ eventType: 'Complaint', complaint: complaint(mail, facts) }),
  open: (_mail, facts) => ({ eventType: 'Open', open: seen(facts) }),
  click: (mail, facts) => ({
    eventType: 'Click',
    click: { ...seen(facts), link: facts.link ?? '', linkTags: linkTagsOf(mail.content().html, facts.link ?? '') },
  }),
  delay: (mail, facts) => ({ eventType: 'DeliveryDelay', deliveryDelay: delay(mail, facts) }),
  renderingFailure: (mail) => ({ eventType: 'Rendering Failure', failure: renderingFailure(mail) }),
};

export const sesEvent = (kind: EventKind, mail: Mail, facts: EventFacts): SesEvent => ({
  ...detailOf[kind](mail, facts),
  mail: mailOf(mail),
});

/** Links of a mail whose clicks SES sees: not those with `ses:no-track` (SES developer guide, metrics FAQ). */
export const linksOf = (html: string): string[] =>
  [...html.matchAll(/<a\s[^>]*>/gi)].flatMap(([element]) => {
    const [, link] = /\shref="(https?:[^"]+)"/i.exec(element) ?? [];
    return link === undefined || /\sses:no-track\b/i.test(element) ? [] : [link.replaceAll('&amp;', '&')];
  });
