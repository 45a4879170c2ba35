import { useLingui } from '@lingui/react';
import { useState, type ReactNode } from 'react';
import { askingFor, type Snippet } from '../../../domain/model/snippet.ts';
import { Disclosure } from '../shell/disclosure.tsx';
import { useFormat } from '../shell/format.ts';
import { ListTile } from '../shell/list-tile.tsx';
import { Page } from '../shell/page.tsx';
import { SearchField } from '../shell/search-field.tsx';
import { Tile } from '../shell/tile.tsx';
import { DeleteSnippet } from '../write/snippets/delete-snippet.tsx';
import { SnippetForm } from '../write/snippets/snippet-form.tsx';
import { useSnippets } from '../write/snippets/use-snippets.ts';

const Entry = ({ snippet }: { snippet: Snippet }): ReactNode => {
  const { _: t } = useLingui();
  const { dateTime } = useFormat();
  const { id, version, updatedBy, updatedAt } = snippet;
  return (
    <li>
      <Disclosure summary={id}>
        <p>
          <code>{askingFor(id)}</code>
        </p>
        <p className="small muted">{t('prepare.byOn', { name: updatedBy.name, time: dateTime(updatedAt) })}</p>
        <SnippetForm key={version} known={snippet} />
        <DeleteSnippet snippet={snippet} />
      </Disclosure>
    </li>
  );
};

/** `/snippets`: pieces that contents take in by their names. */
export const SnippetsPage = (): ReactNode => {
  const { _: t } = useLingui();
  const [search, setSearch] = useState('');
  const asked = useSnippets(search);
  const pages = asked.data?.pages ?? [];
  const snippets = pages.flatMap(({ items }) => items);
  return (
    <Page title={t('write.snippets')} heading crumbs={[{ to: '/campaigns', label: t('prepare.campaigns') }]}>
      <p>{t('write.snippets.how')}</p>
      <SearchField label={t('write.snippets.search')} value={search} onChange={setSearch} />
      <ListTile
        label={t('write.snippets')}
        none={t(search === '' ? 'write.snippets.none' : 'write.snippets.noneFound')}
        shown={snippets.length}
        unreadable={pages.flatMap(({ unreadable }) => unreadable)}
        asked={asked}
      >
        <ul className="in people">
          {snippets.map((snippet) => (
            <Entry key={snippet.id} snippet={snippet} />
          ))}
        </ul>
      </ListTile>
      <Tile title={t('write.snippets.add')}>
        <SnippetForm />
      </Tile>
    </Page>
  );
};
