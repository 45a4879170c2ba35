import { useLingui } from '@lingui/react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState, type ReactNode, type SyntheticEvent } from 'react';
import { type Segment, SegmentInput } from '../../../domain/model/segment.ts';
import { audienceFields, audienceOf } from '../form/draft-audience.ts';
import { useApi } from '../shell/api.ts';
import { ChoiceField } from '../shell/choice-field.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { FilterFields } from './filter-fields.tsx';
import { useLists } from './list-queries.ts';
import { segmentAddress, segmentsKey } from './segment-queries.ts';

/** Saves a new segment, or the one that is known. */
const useSaveSegment = (known: Segment | undefined) => {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (input: SegmentInput) =>
      known
        ? api.put<Segment>(segmentAddress(known.id), { ...input, version: known.version })
        : api.post<Segment>('/segments', input),
    onSuccess: async () => queries.invalidateQueries({ queryKey: segmentsKey }),
  });
};

const ListField = ({ list, onChoose }: { list: string; onChoose: (list: string) => void }): ReactNode => {
  const { _: t } = useLingui();
  const { data = [] } = useLists();
  const known = data.map(({ name, title }) => ({ value: name, label: title ?? name }));
  const isListed = list === '' || known.some(({ value }) => value === list);
  const options = [
    { value: '', label: t('prepare.form.allProfiles') },
    ...known,
    ...(isListed ? [] : [{ value: list, label: list }]),
  ];
  return <ChoiceField label={t('prepare.form.list')} value={list} options={options} onChange={onChoose} />;
};

type NameProps = { name: string; isWrong: boolean; onChange: (name: string) => void };

const NameField = ({ name, isWrong, onChange }: NameProps): ReactNode => {
  const { _: t } = useLingui();
  const id = useId();
  return (
    <div className="lab">
      <label htmlFor={id}>{t('audience.segment.name')}</label>
      <input
        id={id}
        className="input"
        value={name}
        maxLength={100}
        required
        aria-invalid={isWrong}
        aria-describedby={`${id}-more`}
        onChange={({ target }) => onChange(target.value)}
      />
      <span id={`${id}-more`}>{isWrong && <b className="wrong">{t('audience.segment.nameMissing')}</b>}</span>
    </div>
  );
};

/** What a segment means: a list, conditions, or both. */
export const SegmentForm = ({
  known,
  onSaved,
}: {
  known?: Segment;
  onSaved?: (segment: Segment) => void;
}): ReactNode => {
  const { _: t } = useLingui();
  const { data: lists = [] } = useLists();
  const [name, setName] = useState(known?.name ?? '');
  const [draft, setDraft] = useState(() => audienceFields(known?.list, known?.filter));
  const [isTried, setTried] = useState(false);
  const saving = useSaveSegment(known);
  const read = SegmentInput.safeParse({ name, ...audienceOf(draft) });
  const wrongPaths = isTried && !read.success ? read.error.issues.map(({ path: [first] }) => first) : [];
  const save = (event: SyntheticEvent): void => {
    event.preventDefault();
    setTried(true);
    if (read.success) saving.mutate(read.data, { onSuccess: (segment) => onSaved?.(segment) });
  };
  return (
    <form className="form" noValidate onSubmit={save}>
      <NameField name={name} isWrong={wrongPaths.includes('name')} onChange={setName} />
      <ListField list={draft.list} onChoose={(list) => setDraft((now) => ({ ...now, list }))} />
      <FilterFields
        draft={draft}
        wrong={wrongPaths.includes('filter') ? ['filter'] : []}
        lists={lists.map((list) => list.name)}
        withoutSegments
        onChange={(change) => setDraft((now) => ({ ...now, ...change }))}
      />
      {wrongPaths.length > 0 && (
        <p className="wrong" role="alert">
          {t(wrongPaths.includes('list') ? 'audience.segment.nobody' : 'audience.segment.wrong')}
        </p>
      )}
      <div className="row">
        <button className="btn primary" type="submit" disabled={saving.isPending}>
          {t('audience.segment.save')}
        </button>
        {saving.data && <span role="status">{t('audience.segment.saved')}</span>}
      </div>
      <ProblemNote error={saving.error} />
    </form>
  );
};
