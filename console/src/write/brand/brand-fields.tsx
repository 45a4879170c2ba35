import { useLingui } from '@lingui/react';
import { useId, type ReactNode } from 'react';
import { brandColours, brandFonts } from '../../../../domain/model/brand.ts';
import { ChoiceField } from '../../shell/choice-field.tsx';
import type { BrandDraft } from './brand-draft.ts';
import { ColourField } from './colour-field.tsx';
import { LogoField } from './logo-field.tsx';

type Props = { draft: BrandDraft; wrong: readonly string[]; onChange: (change: Partial<BrandDraft>) => void };

/** Who sends, and the imprint in lines. */
const SenderFields = ({ draft, wrong, onChange }: Props): ReactNode => {
  const { _: t } = useLingui();
  const id = useId();
  return (
    <>
      <div className="lab">
        <label htmlFor={`${id}-sender`}>{t('write.brand.sender')}</label>
        <input
          id={`${id}-sender`}
          className="input"
          value={draft.sender}
          maxLength={100}
          aria-invalid={wrong.includes('sender')}
          aria-describedby={`${id}-more`}
          onChange={({ target }) => onChange({ sender: target.value })}
        />
      </div>
      <div className="lab">
        <label htmlFor={`${id}-imprint`}>{t('write.brand.imprint')}</label>
        <textarea
          id={`${id}-imprint`}
          className="input"
          rows={4}
          value={draft.imprint}
          maxLength={500}
          aria-invalid={wrong.includes('imprint')}
          aria-describedby={`${id}-more`}
          onChange={({ target }) => onChange({ imprint: target.value })}
        />
        <span id={`${id}-more`}>{t('write.brand.imprintHint')}</span>
      </div>
    </>
  );
};

/** Everything that a brand is. */
export const BrandFields = (props: Props): ReactNode => {
  const { _: t } = useLingui();
  const { draft, wrong, onChange } = props;
  return (
    <>
      <fieldset>
        <legend>{t('write.brand.colours')}</legend>
        <div className="brand-colours">
          {brandColours.map((name) => (
            <ColourField
              key={name}
              label={t(`write.brand.colour.${name}`)}
              value={draft.colours[name]}
              isWrong={wrong.includes(`colours.${name}`)}
              onChange={(colour) => onChange({ colours: { ...draft.colours, [name]: colour } })}
            />
          ))}
        </div>
      </fieldset>
      <ChoiceField
        label={t('write.brand.font')}
        value={draft.font}
        options={brandFonts.map((value) => ({ value, label: t(`write.brand.font.${value}`) }))}
        onChange={(font) => onChange({ font })}
      />
      <LogoField logo={draft.logo} isWrong={wrong.includes('logo.alt')} onChange={(logo) => onChange({ logo })} />
      <SenderFields {...props} />
    </>
  );
};
