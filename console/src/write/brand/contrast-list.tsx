import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { isReadable, type Contrast } from '../../../../domain/model/brand.ts';
import { useFormat } from '../../shell/format.ts';

/** Each text on what it stands on, with its ratio and whether that is enough. */
export const ContrastList = ({ contrasts }: { contrasts: readonly Contrast[] }): ReactNode => {
  const { _: t } = useLingui();
  const { number } = useFormat();
  return (
    <ul>
      {contrasts.map((contrast) => (
        <li key={`${contrast.text} ${contrast.on}`}>
          {t('write.brand.pair', {
            text: t(`write.brand.colour.${contrast.text}`),
            on: t(`write.brand.colour.${contrast.on}`),
            ratio: number(contrast.ratio),
          })}{' '}
          {isReadable(contrast) ? t('write.brand.readable') : <b className="wrong">{t('write.brand.tooLow')}</b>}
        </li>
      ))}
    </ul>
  );
};
