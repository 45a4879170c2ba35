import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { AB_VARIANTS_MAX } from '../../../domain/model/ab-test.ts';
import { letterOf } from '../../../domain/model/test-names.ts';
import { tested } from '../form/draft-variants.ts';
import type { FormPart } from '../form/form-fields.tsx';
import type { ShownLanguage } from './shown-language.ts';

type Props = FormPart & { shown: ShownLanguage };

/** Which content of a test is shown, in their order, and another one in one click. */
export const TestBar = ({ draft, wrong, onChange, shown }: Props): ReactNode => {
  const { _: t } = useLingui();
  const all = ['', ...draft.variants.map(({ key }) => key)];
  const add = (): void => {
    const variant = tested(draft, draft.variants);
    onChange({ variants: [...draft.variants, variant] });
    shown.show(variant.key);
  };
  const remove = (): void => onChange({ variants: draft.variants.filter(({ key }) => key !== shown.key) });
  return (
    <div className="lab">
      <div className="row">
        <fieldset className="seg">
          <legend className="vh">{t('abTest.variants')}</legend>
          {all.map((key, place) => (
            <label key={key}>
              <input type="radio" name="contentVariant" checked={key === shown.key} onChange={() => shown.show(key)} />
              {t('abTest.variant', { letter: letterOf(place) })}
            </label>
          ))}
        </fieldset>
        {all.length < AB_VARIANTS_MAX && (
          <button className="btn slim" type="button" onClick={add}>
            {t('write.abTest.add')}
          </button>
        )}
        {shown.key !== '' && (
          <button className="btn slim" type="button" onClick={remove}>
            {t('write.abTest.remove', { letter: letterOf(all.indexOf(shown.key)) })}
          </button>
        )}
      </div>
      <p className="small muted">{t('write.abTest.hint')}</p>
      {wrong.includes('content.variants') && (
        <p className="wrong" data-invalid>
          {t('prepare.wrong.content.variants')}
        </p>
      )}
    </div>
  );
};
