import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Preview } from '../../../domain/prepare/api.ts';
import { useApi, type Api } from '../shell/api.ts';
import { MailView, ViewChooser, type Viewing } from '../shell/mail-view.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { Tile } from '../shell/tile.tsx';
import { Waiting } from '../shell/waiting.tsx';

const previewQuery = (api: Api, runId: string, as: number) => ({
  queryKey: ['preview', runId, as],
  queryFn: async () => api.get(`/runs/${encodeURIComponent(runId)}/preview?as=${as}`, Preview),
  staleTime: Infinity,
});

/** The mail that was frozen, as up to three people get it. */
export const MailPreview = ({ runId }: { runId: string }): ReactNode => {
  const { t } = useTranslation();
  const api = useApi();
  const [viewing, setViewing] = useState<Viewing>({ device: 'desktop', look: 'light' });
  const [as, setAs] = useState(0);
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
          <select value={as} onChange={({ target }) => setAs(Number(target.value))}>
            {labels.map((label, index) => (
              <option key={label} value={index}>
                {label}
              </option>
            ))}
          </select>
        </label>
      </ViewChooser>
      <ProblemNote error={shown.error} />
      {shown.data ? <MailView mail={shown.data} viewing={viewing} /> : !shown.error && <Waiting />}
      <p className="note">{t('prepare.preview.note')}</p>
    </Tile>
  );
};
