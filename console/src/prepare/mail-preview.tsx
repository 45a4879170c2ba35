import { keepPreviousData, useMutation, useQueries, useQuery } from '@tanstack/react-query';
import { useId, useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Preview } from '../../../domain/prepare/api.ts';
import { useApi, type Api } from '../shell/api.ts';
import { MailView, ViewChooser, type Viewing } from '../shell/mail-view.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { Tile } from '../shell/tile.tsx';
import { Waiting } from '../shell/waiting.tsx';
import { asSomebody } from './as-somebody.ts';

const previewQuery = (api: Api, runId: string, as: number) => ({
  queryKey: ['preview', runId, as],
  queryFn: async () => api.get(`/runs/${encodeURIComponent(runId)}/preview?as=${as}`, Preview),
  staleTime: Infinity,
});

/** Shows the mail as somebody whom one knows. */
const Somebody = ({ runId, onFound }: { runId: string; onFound: (preview: Preview) => void }): ReactNode => {
  const { t } = useTranslation();
  const api = useApi();
  const id = useId();
  const [who, setWho] = useState('');
  const finding = useMutation({
    mutationFn: async () =>
      asSomebody(api, who.trim(), async (profile) =>
        api.get(`/runs/${encodeURIComponent(runId)}/preview?profile=${encodeURIComponent(profile)}`, Preview),
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

/** The mail that was frozen, as up to three people get it, or as somebody of the audience. */
export const MailPreview = ({ runId }: { runId: string }): ReactNode => {
  const { t } = useTranslation();
  const api = useApi();
  const [viewing, setViewing] = useState<Viewing>({ device: 'desktop', look: 'light' });
  const [as, setAs] = useState(0);
  const [chosen, setChosen] = useState<Preview>();
  const shown = useQuery({ ...previewQuery(api, runId, as), placeholderData: keepPreviousData });
  const samples = Array.from({ length: shown.data?.samples ?? 0 }, (_, index) => index);
  const all = useQueries({ queries: samples.map((index) => previewQuery(api, runId, index)) });
  const labels = all.map(({ data }, index) =>
    data ? t(`prepare.preview.kind.${data.kind}`, { label: data.label }) : `${index + 1}`,
  );
  return (
    <Tile title={t('prepare.preview')} className="preview">
      <ViewChooser viewing={viewing} onChange={(change) => setViewing({ ...viewing, ...change })}>
        <label className="field small">
          {t('prepare.preview.as')}
          <select
            value={chosen ? -1 : as}
            onChange={({ target }) => {
              setAs(Number(target.value));
              setChosen(undefined);
            }}
          >
            {chosen && <option value={-1}>{chosen.label}</option>}
            {labels.map((label, index) => (
              <option key={label} value={index}>
                {label}
              </option>
            ))}
          </select>
        </label>
      </ViewChooser>
      <Somebody runId={runId} onFound={setChosen} />
      <ProblemNote error={shown.error} />
      {shown.data ? <MailView mail={chosen ?? shown.data} viewing={viewing} /> : !shown.error && <Waiting />}
      <p className="note">{t('prepare.preview.note')}</p>
    </Tile>
  );
};
