import { useState } from 'react';
import { MailContent } from '../../../domain/model/campaign.ts';
import { mailOf, type MailDraft } from '../form/draft-content.ts';
import { shownMail, withVariant } from '../form/draft-variants.ts';
import type { Draft } from '../form/draft.ts';
import { fieldOf, type FieldName } from '../form/field-names.ts';
import type { FormPart } from '../form/form-fields.tsx';

const mailNames: readonly string[] = [
  'subject',
  'preheader',
  'format',
  'source',
  'text',
  'textFor',
] satisfies (keyof MailDraft)[];

const ofMail = (name: string): boolean => mailNames.includes(name);

const wrongIn = (mail: MailDraft): FieldName[] => {
  const { error } = MailContent.safeParse(mailOf(mail));
  return error?.issues.map(({ path }) => fieldOf(['content', ...path])) ?? [];
};

/** The form with a variant in the place of the campaign's own content; what is not of a mail is the campaign's. */
const partOf = (part: FormPart, key: string): FormPart => {
  const { draft, wrong, onChange } = part;
  const variant = draft.variants.find((one) => one.key === key);
  if (!variant) return part;
  const mail = shownMail(draft, variant);
  const others = wrong.filter((field) => !field.startsWith('content.') || field === 'content.variants');
  return {
    draft: { ...draft, ...mail },
    wrong: [...others, ...(wrong.includes('content.variants') ? wrongIn(mail) : [])],
    onChange: (change) => {
      const entries = Object.entries(change);
      const own: Partial<MailDraft> = Object.fromEntries(entries.filter(([name]) => ofMail(name)));
      const rest: Partial<Draft> = Object.fromEntries(entries.filter(([name]) => !ofMail(name)));
      onChange({ ...rest, variants: withVariant(draft, key, own) });
    },
  };
};

/** Which content of a campaign the form shows; empty: its own. */
export type ShownLanguage = { key: string; show: (key: string) => void };

export const useShownLanguage = (part: FormPart): { shown: ShownLanguage; part: FormPart } => {
  const [key, show] = useState('');
  const isThere = part.draft.variants.some((variant) => variant.key === key);
  return { shown: { key: isThere ? key : '', show }, part: partOf(part, key) };
};
