import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Tile } from '../shell/tile.tsx';
import { TextField, type FormPart } from '../form/form-fields.tsx';

const formats = ['mjml', 'html'] as const;
const unsubscribe = '{{ unsubscribe_url }}';

const FormatChoice = ({ draft, onChange }: FormPart): ReactNode => {
  const { t } = useTranslation();
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

/** Subject, preheader, MJML or HTML, and the plain text. */
export const ContentBlock = (part: FormPart): ReactNode => {
  const { t } = useTranslation();
  const { format } = part.draft;
  return (
    <Tile title={t('prepare.content')}>
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
      <TextField
        {...part}
        of="source"
        field="content.source"
        label={t(`prepare.form.source.${format}`)}
        hint={t('prepare.form.sourceHint', { link: unsubscribe })}
        rows={16}
        code
      />
      <TextField
        {...part}
        of="text"
        field="content.text"
        label={t('prepare.form.text')}
        hint={t('prepare.form.textHint', { link: unsubscribe })}
        rows={8}
        code
      />
    </Tile>
  );
};
