import { useLingui } from '@lingui/react';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useId, useState, type FormEvent, type ReactNode } from 'react';
import type { Preview } from '../../../domain/prepare/api.ts';
import type { RunView } from '../../../domain/model/run-view.ts';
import { useApi, type Api } from '../shell/api.ts';
import { useVariantName } from '../shell/variant-name.ts';
import { AttachedFiles } from '../shell/attached-files.tsx';
import { MailView, ViewChooser, type Viewing } from '../shell/mail-view.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { Tile } from '../shell/tile.tsx';
import { Waiting } from '../shell/waiting.tsx';
import { asSomebody } from './as-somebody.ts';

const previewQuery = (api: Api, runId: string, as: number) => ({
  queryKey: ['preview', runId, as],
  queryFn: async () => api.get<Preview>(`/runs/${encodeURIComponent(runId)}/preview?as=${as}`),
  staleTime: Infinity,
});

type Picked = Preview['picked'][number] & { as: number };

/** One of them, by name as soon as their mail is there. */
const PersonOption = ({ runId, picked }: { runId: string; picked: Picked }): ReactNode => {
  const { _: t } = useLingui();
  const label = useQuery(previewQuery(useApi(), runId, picked.as)).data?.label;
  return (
    <option value={picked.as}>
      {label === undefined ? `${picked.as + 1}` : t(`prepare.preview.kind.${picked.kind}`, { label })}
    </option>
  );
};

type ChooserProps = {
  runId: string;
  /** Those who get the content that is shown. */
  people: readonly Picked[];
  as: number;
  /** Somebody else who was found, and is shown instead. */
  chosen: Preview | undefined;
  onChoose: (as: number) => void;
};

const PersonChooser = ({ runId, people, as, chosen, onChoose }: ChooserProps): ReactNode => {
  const { _: t } = useLingui();
  return (
    <label className="field small">
      {t('prepare.preview.as')}
      <select value={chosen ? -1 : as} onChange={({ target }) => onChoose(Number(target.value))}>
        {chosen && <option value={-1}>{chosen.label}</option>}
        {people.map((picked) => (
          <PersonOption key={picked.as} runId={runId} picked={picked} />
        ))}
      </select>
    </label>
  );
};

type LanguageProps = Pick<ChooserProps, 'onChoose'> & { run: RunView; all: readonly Picked[]; shown: string | null };

/** Leads to the first of those who get it; languages that nobody gets have nobody to show. */
const MailLanguageChooser = ({ run, all, shown, onChoose }: LanguageProps): ReactNode => {
  const { _: t } = useLingui();
  const nameOf = useVariantName();
  const first = (id: string | null): Picked | undefined => all.find(({ variant }) => variant === id);
  const choices = run.variants.flatMap(({ id, language }, place) => {
    const picked = first(id);
    return picked ? [{ as: picked.as, name: nameOf({ id, language }, place) }] : [];
  });
  if (choices.length < 2) return null;
  return (
    <label className="field small">
      {t(run.schedule.abTest ? 'abTest.variants.variant' : 'prepare.preview.language')}
      <select value={first(shown)?.as} onChange={({ target }) => onChoose(Number(target.value))}>
        {choices.map(({ as, name }) => (
          <option key={as} value={as}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
};

/** Shows the mail as somebody whom one knows. */
const Somebody = ({ runId, onFound }: { runId: string; onFound: (preview: Preview) => void }): ReactNode => {
  const { _: t } = useLingui();
  const api = useApi();
  const id = useId();
  const [who, setWho] = useState('');
  const finding = useMutation({
    mutationFn: async () =>
      asSomebody(api, who.trim(), async (profile) =>
        api.get<Preview>(`/runs/${encodeURIComponent(runId)}/preview?profile=${encodeURIComponent(profile)}`),
      ),
    onSuccess: onFound,
  });
  const find = (event: FormEvent): void => {
    event.preventDefault();
    finding.mutate();
  };
  return (
    <form className="row small" onSubmit={find}>
      <label htmlFor={id}>{t('prepare.preview.somebody')}</label>
      <input id={id} className="input" required value={who} onChange={({ target }) => setWho(target.value)} />
      <button className="btn slim" type="submit" disabled={finding.isPending}>
        {t('prepare.preview.show')}
      </button>
      <ProblemNote error={finding.error} />
    </form>
  );
};

/** The mail that was frozen, as up to three people of each language get it, or as somebody of the audience. */
export const MailPreview = ({ run }: { run: RunView }): ReactNode => {
  const { _: t } = useLingui();
  const api = useApi();
  const [viewing, setViewing] = useState<Viewing>({ device: 'desktop', look: 'light' });
  const [as, setAs] = useState(0);
  const [chosen, setChosen] = useState<Preview>();
  const choose = (sample: number): void => {
    setAs(sample);
    setChosen(undefined);
  };
  const shown = useQuery({ ...previewQuery(api, run.id, as), placeholderData: keepPreviousData });
  const all = (shown.data?.picked ?? []).map((picked, index): Picked => ({ ...picked, as: index }));
  const variant = all[as]?.variant ?? null;
  const people = all.filter((picked) => picked.variant === variant);
  return (
    <Tile title={t('prepare.preview')} className="preview">
      <ViewChooser viewing={viewing} onChange={(change) => setViewing({ ...viewing, ...change })}>
        <MailLanguageChooser run={run} all={all} shown={variant} onChoose={choose} />
        <PersonChooser runId={run.id} people={people} as={as} chosen={chosen} onChoose={choose} />
      </ViewChooser>
      <Somebody runId={run.id} onFound={setChosen} />
      <ProblemNote error={shown.error} />
      {shown.data ? <MailView mail={chosen ?? shown.data} viewing={viewing} /> : !shown.error && <Waiting />}
      <AttachedFiles attachments={run.attachments} />
      <p className="note">{t('prepare.preview.note')}</p>
    </Tile>
  );
};
