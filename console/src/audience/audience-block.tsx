import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { useFormat } from '../shell/format.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { Tile } from '../shell/tile.tsx';
import { useLists } from './list-queries.ts';
import { TopicField } from './topic-field.tsx';
import { CsvImport } from './csv-import.tsx';
import { FilterFields } from './filter-fields.tsx';
import { SelectField, type FormPart } from '../form/form-fields.tsx';

/** Which list and which of its profiles are targeted; a CSV file can be imported into a list. */
export const AudienceBlock = (part: FormPart): ReactNode => {
  const { _: t } = useLingui();
  const { number } = useFormat();
  const { data: lists = [], error } = useLists();
  const { draft, onChange } = part;
  const known = lists.map(({ name, title, profiles }) => ({
    value: name,
    label: t('prepare.form.profiles', { count: profiles, n: number(profiles), name: title ?? name }),
  }));
  const isListed = draft.list === '' || lists.some(({ name }) => name === draft.list);
  const options = [
    { value: '', label: t(draft.conditions.length > 0 ? 'prepare.form.allProfiles' : 'prepare.form.chooseList') },
    ...known,
    ...(isListed ? [] : [{ value: draft.list, label: draft.list }]),
  ];
  return (
    <Tile title={t('prepare.audience')}>
      <ProblemNote error={error} />
      <SelectField {...part} of="list" field="list" label={t('prepare.form.list')} options={options} />
      <TopicField {...part} />
      <FilterFields {...part} lists={lists.map(({ name }) => name)} />
      <CsvImport onImported={(list) => onChange({ list })} />
    </Tile>
  );
};
