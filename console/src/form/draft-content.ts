import type { Attachment } from '../../../domain/model/attachment.ts';
import type { CampaignInput, MailContent, TemplateTaken } from '../../../domain/model/campaign.ts';

/** What a mail says while it is written. */
export type MailDraft = {
  subject: string;
  preheader: string;
  format: 'mjml' | 'html';
  source: string;
  /** Empty: it is made of the HTML. */
  text: string;
  /** Hash of the source beside which the text was written, or begun while it is still empty; empty: not known. */
  textFor: string;
};

/** What a campaign says while it is written. */
export type ContentDraft = MailDraft & {
  /** With which template it was begun. */
  template: TemplateTaken | undefined;
  /** Files that everybody gets, in whatever language. */
  attachments: Attachment[];
};

export const emptyContent: ContentDraft = {
  subject: '',
  preheader: '',
  format: 'mjml',
  source: '',
  text: '',
  textFor: '',
  template: undefined,
  attachments: [],
};

export const mailFields = (content: MailContent): MailDraft => ({
  subject: content.subject,
  preheader: content.preheader,
  format: content.mjml === undefined ? 'html' : 'mjml',
  source: content.mjml ?? content.html ?? '',
  text: content.text,
  textFor: content.textFor ?? '',
});

export const contentFields = ({ content, template }: Pick<CampaignInput, 'content' | 'template'>): ContentDraft => ({
  ...mailFields(content),
  template,
  attachments: content.attachments ?? [],
});

/** Of a content without any nothing is said. */
export const attachmentsOf = ({ attachments }: Pick<ContentDraft, 'attachments'>): object =>
  attachments.length > 0 ? { attachments } : {};

/** Somebody writes the text, or has begun to; otherwise it is made of the HTML. */
export const hasOwnText = ({ text, textFor }: Pick<ContentDraft, 'text' | 'textFor'>): boolean =>
  text.trim() !== '' || textFor !== '';

/** The content as the domain takes it; beside a text that is made nothing is remembered. */
export const mailOf = ({ subject, preheader, text, textFor, format, source }: MailDraft): object => ({
  subject,
  preheader,
  text,
  ...(text.trim() !== '' && textFor !== '' && { textFor }),
  [format]: source,
});
