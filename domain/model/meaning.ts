import { isSuppressed, judgeBounce } from './bounce.ts';
import { trackingKinds, type TrackingLine } from './message.ts';
import { isUnsubscribeLink } from './unsubscribe-token.ts';
import { viewPath } from './view-token.ts';

/**
 * What a line is, whatever SES calls its event. Beside the kinds of events: `autoReply`, a holiday reply that SES
 * reports as a bounce; `notSpam`, the opposite of a complaint that comes as one; `wayOut`, a click on the unsubscribe
 * link; `viewed`, one on the link to view the mail in a browser.
 */
export const meanings = [...trackingKinds, 'autoReply', 'notSpam', 'wayOut', 'viewed'] as const;
export type Meaning = (typeof meanings)[number];

/**
 * A soft bounce without any word of a delivery status notification (`status`: line-of.ts). AWS re:Post, "What is
 * considered a soft bounce": General "typically happens when the recipient has set up an out of the office automatic
 * reply"; the simulator's `ooto@` answers so after the delivery (RFC 3834).
 */
const isAutoReply = ({ type, subType, status }: TrackingLine): boolean =>
  type === 'Transient' && subType === 'General' && status === undefined;

const complaintMeaning = ({ type, subType }: TrackingLine): Meaning => {
  // "SES accepted the message, but didn't attempt to send it" (SES API v2, Complaint.ComplaintSubType).
  if (isSuppressed(subType)) return 'bounce';
  // RFC 6430: "the entity providing the report does not consider the message to be spam".
  return type?.toLowerCase() === 'not-spam' ? 'notSpam' : 'complaint';
};

/** Neither says that somebody was led to what the mail is about. */
const clickMeaning = (link: string): Meaning => {
  if (isUnsubscribeLink(link)) return 'wayOut';
  return link.includes(viewPath) ? 'viewed' : 'click';
};

/** Asked before anything follows from a line: figures, the status of an address, an opt-out, or how it is shown. */
export const meaningOf = (line: TrackingLine): Meaning => {
  if (line.kind === 'bounce') return isAutoReply(line) ? 'autoReply' : 'bounce';
  if (line.kind === 'complaint') return complaintMeaning(line);
  return line.kind === 'click' ? clickMeaning(line.link ?? '') : line.kind;
};

type Consequence = {
  /** What it says of the address: an error by the bounce's own reason, that it works, or that somebody complained. */
  address?: 'error' | 'works' | 'complaint';
  /** Where an opt-out of the person comes from. */
  optOut?: 'complaint' | 'oneClick';
};

/** What each means beyond its message; what it means for that is in facts.ts. */
export const consequences: Record<Meaning, Consequence> = {
  send: {},
  delivery: { address: 'works' },
  bounce: { address: 'error' },
  complaint: { address: 'complaint', optOut: 'complaint' },
  reject: {},
  delay: {},
  open: {},
  click: {},
  unsubscribe: { optOut: 'oneClick' },
  autoReply: {},
  notSpam: {},
  wayOut: {},
  viewed: {},
};

/** SES gave up for now, or could not tell why: weaker than the word of a server that took the message. */
const isGentle = ({ type, status }: TrackingLine): boolean =>
  type === 'Transient' || (type === 'Undetermined' && status === undefined);

/**
 * Does a delivery of the same message speak against this bounce? SES publishes a transient bounce when it stops trying
 * to deliver; one of a later time than the acceptance by a server was sent by that server, or by a reader, afterwards.
 * What the code of a status calls permanent is not.
 */
export const isOverruled = (bounce: TrackingLine, lines: readonly TrackingLine[]): boolean =>
  isGentle(bounce) && !judgeBounce(bounce).hard && lines.some(({ kind, at }) => kind === 'delivery' && at <= bounce.at);
