import { useLingui } from '@lingui/react';
import { useState, type ReactNode } from 'react';
import type { PictureView } from '../../../domain/write/picture-routes.ts';
import { Ask } from '../shell/ask.tsx';
import { useFormat } from '../shell/format.ts';
import { ListTile } from '../shell/list-tile.tsx';
import { Page } from '../shell/page.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { SearchField } from '../shell/search-field.tsx';
import { Tile } from '../shell/tile.tsx';
import { PictureFacts } from '../write/pictures/picture-facts.tsx';
import { UploadPictures } from '../write/pictures/upload-pictures.tsx';
import { usePictures, useRemovePicture } from '../write/pictures/use-pictures.ts';

const Remove = ({ id }: { id: string }): ReactNode => {
  const { _: t } = useLingui();
  const [isOpen, setOpen] = useState(false);
  const removing = useRemovePicture();
  const remove = (
    <button
      className="btn danger"
      type="button"
      disabled={removing.isPending}
      onClick={() => removing.mutate(id, { onSuccess: () => setOpen(false) })}
    >
      {t('write.pictures.remove')}
    </button>
  );
  return (
    <>
      <button className="btn slim" type="button" onClick={() => setOpen(true)}>
        {t('write.pictures.remove')}
      </button>
      <Ask
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={t('write.pictures.removing')}
        cancel={t('write.pictures.cancel')}
        act={remove}
      >
        <p>{t('write.pictures.removingWhy')}</p>
        <ProblemNote error={removing.error} />
      </Ask>
    </>
  );
};

const Entry = ({ picture }: { picture: PictureView }): ReactNode => {
  const { _: t } = useLingui();
  const { dateTime } = useFormat();
  const { id, url, name, alt, uploadedBy, uploadedAt } = picture;
  return (
    <li className="picture">
      <img src={url} alt={alt} loading="lazy" />
      <div>
        <p>
          <b>{name || t('write.pictures.unnamed')}</b>
        </p>
        <p>{alt || t('write.pictures.noAlt')}</p>
        <p className="small muted">
          <PictureFacts picture={picture} />
        </p>
        <p className="small muted">{t('write.pictures.by', { name: uploadedBy.name, time: dateTime(uploadedAt) })}</p>
        <Remove id={id} />
      </div>
    </li>
  );
};

/** The pictures that mails may show, and how others come. */
export const PicturesPage = (): ReactNode => {
  const { _: t } = useLingui();
  const [search, setSearch] = useState('');
  const asked = usePictures(search);
  const pages = asked.data?.pages ?? [];
  const pictures = pages.flatMap(({ items }) => items);
  return (
    <Page title={t('write.pictures')} heading>
      <Tile title={t('write.pictures.add')}>
        <UploadPictures />
      </Tile>
      <SearchField label={t('write.pictures.search')} value={search} onChange={setSearch} />
      <ListTile
        label={t('write.pictures.all')}
        none={t('write.pictures.none')}
        shown={pictures.length}
        unreadable={pages.flatMap(({ unreadable }) => unreadable)}
        asked={asked}
      >
        <ul className="in">
          {pictures.map((picture) => (
            <Entry key={picture.id} picture={picture} />
          ))}
        </ul>
      </ListTile>
    </Page>
  );
};
