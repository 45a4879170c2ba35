import type { Content } from '../../../domain/model/campaign.ts';
import { canonicalTag } from '../../../domain/model/language-tag.ts';
import { spokenBy, VARIANTS_MAX } from '../../../domain/model/variants.ts';
import { letterOf } from '../../../domain/model/test-names.ts';
import { mailFields, mailOf, type MailDraft } from './draft-content.ts';

/** Another content of a campaign while it is written, for people of a language; of none: for some of a test. */
export type VariantDraft = MailDraft & { key: string; id: string; language: string };

/** The languages of what a campaign says while it is written. */
export type VariantsDraft = {
  /** Of the content itself; empty: nobody says, and there is no other one. */
  language: string;
  variants: VariantDraft[];
};

export const noVariants: VariantsDraft = { language: '', variants: [] };

export const variantsFields = ({ language = '', variants = [] }: Content): VariantsDraft => ({
  language,
  variants: variants.map(({ id, for: rule, content }) => ({
    key: crypto.randomUUID(),
    id,
    language: spokenBy(rule) ?? '',
    ...mailFields(content),
  })),
});

/** As the domain takes them; of a campaign in one language nothing is said. */
export const variantsOf = ({ language, variants }: VariantsDraft): object =>
  variants.length === 0
    ? {}
    : {
        ...(language !== '' && { language }),
        variants: variants.map(({ id, language: spoken, ...mail }) => ({
          id,
          for: spoken === '' ? { by: 'abTest' } : { by: 'language', language: spoken },
          content: mailOf(mail),
        })),
      };

const startTag = /(<(?:mjml|html)\b[^>]*?\slang=)(["'])([\w-]+)\2/i;

/** The language in which a source says that it is written; empty: it says nothing. */
export const languageIn = (source: string): string => canonicalTag(startTag.exec(source)?.[3] ?? '') ?? '';

/** A copy to translate; dates in it are written in the new language. */
export const translated = (mail: MailDraft, language: string): VariantDraft => {
  const { subject, preheader, format, source, text, textFor } = mail;
  const spoken = source.replace(startTag, (_, before: string, quote: string) => `${before}${quote}${language}${quote}`);
  const copy = { subject, preheader, format, source: spoken, text, textFor };
  return { key: crypto.randomUUID(), id: language.toLowerCase(), language, ...copy };
};

/** Of a test, with another subject to be written; without a source of its own it has that of the campaign. */
export const tested = ({ subject, preheader, format }: MailDraft, taken: readonly VariantDraft[]): VariantDraft => {
  const free = Array.from({ length: VARIANTS_MAX }, (_, place) => letterOf(place + 1).toLowerCase());
  const id = free.find((letter) => taken.every((variant) => variant.id !== letter)) ?? '';
  return { key: crypto.randomUUID(), id, language: '', subject, preheader, format, source: '', text: '', textFor: '' };
};

/** A variant as it is sent: without a source of its own it has that of the campaign. */
export const shownMail = (own: MailDraft, { language, ...variant }: VariantDraft): MailDraft => {
  const { subject, preheader } = variant;
  const { format, source, text, textFor } =
    language === '' && `${variant.source}${variant.text}` === '' ? own : variant;
  return { subject, preheader, format, source, text, textFor };
};

/** What a change of the content is, when a variant is shown instead of the content itself. */
export const withVariant = (
  { variants, ...own }: MailDraft & VariantsDraft,
  key: string,
  change: Partial<MailDraft>,
): VariantDraft[] =>
  variants.map((variant) => {
    if (variant.key !== key) return variant;
    // From the first letter of a content of its own on it has all of it.
    const isOfBody = Object.keys(change).some((name) => name !== 'subject' && name !== 'preheader');
    return { ...variant, ...(isOfBody && shownMail(own, variant)), ...change };
  });
