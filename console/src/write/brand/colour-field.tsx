import { useLingui } from '@lingui/react';
import { useId, type ReactNode } from 'react';

type Props = { label: string; value: string; isWrong: boolean; onChange: (colour: string) => void };

/** A colour, written or picked. */
export const ColourField = ({ label, value, isWrong, onChange }: Props): ReactNode => {
  const { _: t } = useLingui();
  const id = useId();
  return (
    <div className="lab">
      <label htmlFor={id}>{label}</label>
      <div className="row">
        <input
          type="color"
          aria-label={t('write.brand.pick', { name: label })}
          value={isWrong ? '#000000' : value.trim().toLowerCase()}
          onChange={({ target }) => onChange(target.value)}
        />
        <input
          id={id}
          className="input"
          value={value}
          maxLength={20}
          spellCheck={false}
          autoComplete="off"
          aria-invalid={isWrong}
          aria-describedby={isWrong ? `${id}-more` : undefined}
          onChange={({ target }) => onChange(target.value)}
        />
      </div>
      {isWrong && (
        <span id={`${id}-more`}>
          <b className="wrong">{t('write.brand.hex')}</b>
        </span>
      )}
    </div>
  );
};
