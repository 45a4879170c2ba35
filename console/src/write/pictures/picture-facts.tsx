import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import type { PictureView } from '../../../../domain/write/picture-routes.ts';
import { HEAVY_BYTES } from '../../../../domain/model/picture.ts';
import { useFormat } from '../../shell/format.ts';

/** How large a picture is, and what of it mail programs have trouble with. */
export const PictureFacts = ({ picture }: { picture: PictureView }): ReactNode => {
  const { _: t } = useLingui();
  const { number } = useFormat();
  const { width, height, bytes, isAnimated } = picture;
  const kilobytes = number(Math.ceil(bytes / 1000));
  return (
    <>
      {t('write.pictures.facts', { width: number(width), height: number(height), kilobytes })}
      {isAnimated && ` ${t('write.pictures.animated')}`}
      {bytes > HEAVY_BYTES && ` ${t('write.pictures.heavy')}`}
    </>
  );
};
