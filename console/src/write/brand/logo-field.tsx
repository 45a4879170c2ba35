import { useLingui } from '@lingui/react';
import { useId, type ReactNode } from 'react';
import { PictureButton } from '../pictures/picture-button.tsx';
import type { DraftLogo } from './brand-draft.ts';

type Props = { logo: DraftLogo | null; isWrong: boolean; onChange: (logo: DraftLogo | null) => void };

/** A picture of the stage, with what it says. */
export const LogoField = ({ logo, isWrong, onChange }: Props): ReactNode => {
  const { _: t } = useLingui();
  const id = useId();
  return (
    <fieldset>
      <legend>{t('write.brand.logo')}</legend>
      {logo ? <img className="brand-logo" src={logo.url} alt={logo.alt} /> : <p>{t('write.brand.noLogo')}</p>}
      <div className="row">
        <PictureButton
          label={t('write.brand.chooseLogo')}
          onChosen={({ alt }, { id: chosen, url, width, height, type }) =>
            onChange({ id: chosen, alt, url, width, height, type })
          }
        />
        {logo && (
          <button className="btn slim" type="button" onClick={() => onChange(null)}>
            {t('write.brand.removeLogo')}
          </button>
        )}
      </div>
      {logo && (
        <div className="lab">
          <label htmlFor={id}>{t('write.brand.alt')}</label>
          <input
            id={id}
            className="input"
            value={logo.alt}
            maxLength={200}
            aria-invalid={isWrong}
            aria-describedby={`${id}-more`}
            onChange={({ target }) => onChange({ ...logo, alt: target.value })}
          />
          <span id={`${id}-more`}>
            {isWrong ? <b className="wrong">{t('write.brand.altHint')}</b> : t('write.brand.altHint')}
          </span>
        </div>
      )}
    </fieldset>
  );
};
