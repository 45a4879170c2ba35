import { useLingui } from '@lingui/react';
import { useState, type ReactNode } from 'react';
import { ListTile } from '../shell/list-tile.tsx';
import { Page } from '../shell/page.tsx';
import { SearchField } from '../shell/search-field.tsx';
import { useSavedTemplates } from '../write/saved-templates.ts';
import { TemplateEntry } from '../write/template-entry.tsx';

/** `/templates`: what people of this stage saved for campaigns to begin with. */
export const TemplatesPage = (): ReactNode => {
  const { _: t } = useLingui();
  const [search, setSearch] = useState('');
  const asked = useSavedTemplates(search);
  const pages = asked.data?.pages ?? [];
  const templates = pages.flatMap(({ items }) => items);
  return (
    <Page title={t('write.saved')} heading crumbs={[{ to: '/campaigns', label: t('prepare.campaigns') }]}>
      <p>{t('write.saved.how')}</p>
      <SearchField label={t('write.saved.search')} value={search} onChange={setSearch} />
      <ListTile
        label={t('write.saved')}
        none={t(search === '' ? 'write.saved.none' : 'write.saved.noneFound')}
        shown={templates.length}
        unreadable={pages.flatMap(({ unreadable }) => unreadable)}
        asked={asked}
      >
        <ul className="in">
          {templates.map((template) => (
            <TemplateEntry key={template.id} template={template} />
          ))}
        </ul>
      </ListTile>
    </Page>
  );
};
