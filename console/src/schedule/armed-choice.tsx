import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';

type Props = { pauses: boolean; onChoose: (pauses: boolean) => void };

/** What becomes of an armed series whose campaign is changed, and of its run that waits. */
export const ArmedChoice = ({ pauses, onChoose }: Props): ReactNode => {
  const { _: t } = useLingui();
  return (
    <fieldset className="choice">
      <legend>{t('prepare.series.edit')}</legend>
      {(['goesOn', 'pauses'] as const).map((what) => (
        <label key={what}>
          <input
            type="radio"
            name="armed"
            checked={pauses === (what === 'pauses')}
            onChange={() => onChoose(what === 'pauses')}
          />
          <span>{t(`prepare.series.edit.${what}`)}</span>
        </label>
      ))}
    </fieldset>
  );
};
