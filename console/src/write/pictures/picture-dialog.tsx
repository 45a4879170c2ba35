import { useLingui } from '@lingui/react';
import { useId, useState, type ReactNode } from 'react';
import type { PictureView } from '../../../../domain/write/picture-routes.ts';
import { AskDialog } from '../../shell/ask-dialog.tsx';
import { ListTile } from '../../shell/list-tile.tsx';
import { SearchField } from '../../shell/search-field.tsx';
import { PictureFacts } from './picture-facts.tsx';
import type { Chosen } from './picture-code.ts';
import { UploadPictures } from './upload-pictures.tsx';
import { usePictures } from './use-pictures.ts';

type ChoiceProps = { chosen: string | undefined; onChoose: (picture: PictureView) => void };

/** Of all pictures one; arrow keys go from each to the next. */
const Choice = ({ chosen, onChoose }: ChoiceProps): ReactNode => {
  const { _: t } = useLingui();
  const [search, setSearch] = useState('');
  const asked = usePictures(search);
  const pages = asked.data?.pages ?? [];
  const pictures = pages.flatMap(({ items }) => items);
  return (
    <>
      <SearchField label={t('write.pictures.search')} value={search} onChange={setSearch} />
      <ListTile
        label={t('write.pictures.all')}
        none={t('write.pictures.none')}
        shown={pictures.length}
        unreadable={pages.flatMap(({ unreadable }) => unreadable)}
        asked={asked}
      >
        <fieldset className="pictures">
          <legend className="vh">{t('write.pictures.all')}</legend>
          {pictures.map((picture) => (
            <label key={picture.id}>
              <input type="radio" name="picture" checked={picture.id === chosen} onChange={() => onChoose(picture)} />
              <img src={picture.url} alt={picture.alt} loading="lazy" />
              <span>{picture.name || t('write.pictures.unnamed')}</span>
            </label>
          ))}
        </fieldset>
      </ListTile>
    </>
  );
};

type Props = { isOpen: boolean; onClose: () => void; onChosen: (chosen: Chosen, picture: PictureView) => void };

/** Uploads or chooses a picture, and asks what it shows. */
export const PictureDialog = ({ isOpen, onClose, onChosen }: Props): ReactNode => {
  const { _: t } = useLingui();
  const id = useId();
  const [picture, setPicture] = useState<PictureView>();
  const [alt, setAlt] = useState('');
  const choose = (chosen: PictureView | undefined): void => {
    if (!chosen) return;
    setPicture(chosen);
    setAlt(chosen.alt);
  };
  const use = (): void => {
    if (!picture) return;
    onChosen({ url: picture.url, width: picture.width, alt: alt.trim() }, picture);
    setPicture(undefined);
    onClose();
  };
  return (
    <AskDialog
      isOpen={isOpen}
      onClose={onClose}
      title={t('write.pictures.choose')}
      cancel={t('write.pictures.cancel')}
      act={
        <button className="btn primary" type="button" disabled={!picture} onClick={use}>
          {t('write.pictures.use')}
        </button>
      }
    >
      <UploadPictures onUploaded={(uploaded) => choose(uploaded.at(-1))} />
      <Choice chosen={picture?.id} onChoose={choose} />
      {picture && (
        <div className="lab">
          <label htmlFor={id}>{t('write.pictures.alt')}</label>
          <input
            id={id}
            className="input"
            value={alt}
            maxLength={500}
            aria-describedby={`${id}-more`}
            onChange={({ target }) => setAlt(target.value)}
          />
          <span id={`${id}-more`}>
            {t('write.pictures.altHint')} <PictureFacts picture={picture} />
          </span>
        </div>
      )}
    </AskDialog>
  );
};
