import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { brandColours } from '../../../../domain/model/brand.ts';
import { useBlocks } from './use-blocks.ts';

type Props = { value: string; onChoose: (colour: string) => void };

/** The colours of the brand, to choose one of; a colour with two names is offered once. */
export const Palette = ({ value, onChoose }: Props): ReactNode => {
  const { _: t } = useLingui();
  const { brand } = useBlocks();
  if (!brand) return null;
  const { colours } = brand;
  const names = brandColours.filter(
    (name, at) => brandColours.findIndex((one) => colours[one] === colours[name]) === at,
  );
  return (
    <div className="palette" role="group" aria-label={t('write.brand.palette')}>
      {names.map((name) => (
        <button
          key={name}
          className="btn slim"
          type="button"
          aria-pressed={value.trim().toLowerCase() === colours[name]}
          onClick={() => onChoose(colours[name])}
        >
          <i style={{ background: colours[name] }} aria-hidden="true" />
          {t(`write.brand.colour.${name}`)}
        </button>
      ))}
    </div>
  );
};
