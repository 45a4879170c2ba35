import { useLingui } from '@lingui/react';
import { useId, type ReactNode } from 'react';
import { sourceHash } from '../../../domain/write/source-hash.ts';
import { hasOwnText } from '../form/draft-content.ts';
import { TextField, type FormPart } from '../form/form-fields.tsx';
import { Notice } from '../shell/notice.tsx';

const unsubscribe = '{{ unsubscribe_url }}';
const ways = ['made', 'own'] as const;

type Props = FormPart & {
  /** The text that the API makes of the HTML, or null. */
  made: string | null;
};

const Outdated = ({ draft, onChange, onMade }: FormPart & { onMade: () => void }): ReactNode => {
  const { _: t } = useLingui();
  return (
    <Notice tone="warn" title={t('write.text.outdated')}>
      <div className="row">
        <button className="btn slim" type="button" onClick={() => onChange({ textFor: sourceHash(draft.source) })}>
          {t('write.text.fits')}
        </button>
        <button className="btn slim" type="button" onClick={onMade}>
          {t('write.text.makeAnew')}
        </button>
      </div>
    </Notice>
  );
};

const OwnText = (props: Props & { onMade: () => void }): ReactNode => {
  const { draft, onChange } = props;
  const { _: t } = useLingui();
  const isOutdated = draft.text.trim() !== '' && draft.textFor !== '' && draft.textFor !== sourceHash(draft.source);
  return (
    <>
      {isOutdated && <Outdated {...props} />}
      <TextField
        {...props}
        onChange={(change) => onChange({ ...change, textFor: sourceHash(draft.source) })}
        of="text"
        field="content.text"
        label={t('prepare.form.text')}
        hint={t('prepare.form.textHint', { link: unsubscribe })}
        rows={8}
        code
      />
    </>
  );
};

/** The plain text of the mail: made of the HTML until somebody writes one. */
export const TextBlock = (props: Props): ReactNode => {
  const { draft, made, onChange } = props;
  const { _: t } = useLingui();
  const id = useId();
  const isOwn = hasOwnText(draft);
  const choose = (way: (typeof ways)[number]): void =>
    onChange(way === 'own' ? { text: made ?? '', textFor: sourceHash(draft.source) } : { text: '', textFor: '' });
  return (
    <>
      <div>
        <fieldset className="seg">
          <legend className="vh">{t('prepare.form.text')}</legend>
          {ways.map((way) => (
            <label key={way}>
              <input type="radio" name="textWay" checked={isOwn === (way === 'own')} onChange={() => choose(way)} />
              {t(`write.text.${way}`)}
            </label>
          ))}
        </fieldset>
      </div>
      {isOwn ? (
        <OwnText {...props} onMade={() => choose('made')} />
      ) : (
        <div className="lab">
          <label htmlFor={id}>{t('prepare.form.text')}</label>
          <textarea
            id={id}
            className="input code"
            rows={8}
            readOnly
            value={made ?? ''}
            aria-describedby={`${id}-more`}
          />
          <span id={`${id}-more`}>{t('write.text.madeHint')}</span>
        </div>
      )}
    </>
  );
};
