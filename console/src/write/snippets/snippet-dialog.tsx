import { useLingui } from '@lingui/react';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { AskDialog } from '../../shell/ask-dialog.tsx';
import { ListTile } from '../../shell/list-tile.tsx';
import { SearchField } from '../../shell/search-field.tsx';
import { useSnippets } from './use-snippets.ts';

export type ChoiceProps = { isOpen: boolean; onClose: () => void; onChosen: (name: string) => void };

/** Of all snippets one; arrow keys go from each to the next. */
export const SnippetDialog = ({ isOpen, onClose, onChosen }: ChoiceProps): ReactNode => {
  const { _: t } = useLingui();
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<string>();
  const asked = useSnippets(search);
  const pages = asked.data?.pages ?? [];
  const snippets = pages.flatMap(({ items }) => items);
  const use = (): void => {
    if (chosen === undefined) return;
    onChosen(chosen);
    setChosen(undefined);
    onClose();
  };
  const act = (
    <button className="btn primary" type="button" disabled={chosen === undefined} onClick={use}>
      {t('write.snippets.use')}
    </button>
  );
  return (
    <AskDialog
      isOpen={isOpen}
      onClose={onClose}
      title={t('write.snippets.choose')}
      cancel={t('prepare.form.cancel')}
      act={act}
    >
      <SearchField label={t('write.snippets.search')} value={search} onChange={setSearch} />
      <ListTile
        label={t('write.snippets')}
        none={t(search === '' ? 'write.snippets.none' : 'write.snippets.noneFound')}
        shown={snippets.length}
        unreadable={pages.flatMap(({ unreadable }) => unreadable)}
        asked={asked}
      >
        <fieldset className="in snippets">
          <legend className="vh">{t('write.snippets')}</legend>
          {snippets.map(({ id, text }) => (
            <label key={id} className="tick">
              <input type="radio" name="snippet" checked={id === chosen} onChange={() => setChosen(id)} />
              <span>
                {id}
                <small>{text.slice(0, 100)}</small>
              </span>
            </label>
          ))}
        </fieldset>
      </ListTile>
      <p className="small">
        <Link to="/snippets">{t('write.snippets.manage')}</Link>
      </p>
    </AskDialog>
  );
};
