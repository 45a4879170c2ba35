import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import type { DraftPreview } from '../../../domain/write/preview-routes.ts';
import { Tile } from '../shell/tile.tsx';
import { TextField, type FormPart } from '../form/form-fields.tsx';
import { SourceField } from './source-field.tsx';
import { TextBlock } from './text-block.tsx';

const formats = ['mjml', 'html'] as const;
const unsubscribe = '{{ unsubscribe_url }}';

const FormatChoice = ({ draft, onChange }: FormPart): ReactNode => {
  const { _: t } = useLingui();
  return (
    <fieldset className="seg">
      <legend className="vh">{t('prepare.form.format')}</legend>
      {formats.map((format) => (
        <label key={format}>
          <input type="radio" name="format" checked={draft.format === format} onChange={() => onChange({ format })} />
          {t(`prepare.form.${format}`)}
        </label>
      ))}
    </fieldset>
  );
};

type Props = FormPart & {
  preview: DraftPreview | undefined;
  /** Key of the content that is shown; an editor goes on with no other one. */
  shown: string;
  languages: ReactNode;
};

/** Subject, preheader, MJML or HTML, and the plain text, in the language that is shown. */
export const ContentBlock = ({ preview, shown, languages, ...part }: Props): ReactNode => {
  const { _: t } = useLingui();
  const { format } = part.draft;
  return (
    <Tile title={t('prepare.content')}>
      {languages}
      <TextField
        {...part}
        of="subject"
        field="content.subject"
        label={t('prepare.subject')}
        hint={t('prepare.form.subjectHint', { example: '{{ first_name }}' })}
      />
      <TextField
        {...part}
        of="preheader"
        field="content.preheader"
        label={t('prepare.preheader')}
        hint={t('prepare.form.preheaderHint')}
      />
      <div>
        <FormatChoice {...part} />
      </div>
      <SourceField
        key={shown}
        {...part}
        preview={preview}
        label={t(`prepare.form.source.${format}`)}
        hint={t('prepare.form.sourceHint', { link: unsubscribe })}
      />
      <TextBlock {...part} made={preview?.textSource ?? null} />
    </Tile>
  );
};
