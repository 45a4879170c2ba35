import { useLingui } from '@lingui/react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import type { ImportJobs as Jobs, ImportJobView } from '../../../domain/audience/upload-api.ts';
import { ApiProblem, useApi } from '../shell/api.ts';
import { useFormat } from '../shell/format.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { SaveRejections } from './save-rejections.tsx';

type Job = Omit<ImportJobView, 'report'>;

const isUnderWay = ({ state }: Job): boolean => ['reading', 'writing', 'settling'].includes(state);
const isCancellable = ({ state }: Job): boolean => ['uploading', 'reading', 'writing'].includes(state);

/** Those that ended longer ago are no news. */
const NEWS_MS = 60 * 60 * 1000;

const useImports = () => {
  const api = useApi();
  return useQuery({
    queryKey: ['imports'],
    queryFn: async () => api.get<Jobs>('/profiles/imports'),
    refetchInterval: ({ state }) => (state.data?.items.some(isUnderWay) ? 2000 : false),
  });
};

const Pace = ({ job }: { job: Job }): ReactNode => {
  const { _: t } = useLingui();
  const { number, time } = useFormat();
  const { percent, perSecond, endsAt, fileName } = job;
  if (percent === null) return null;
  return (
    <>
      <progress value={percent} max={100} aria-label={fileName} />
      {perSecond !== null && endsAt !== null && (
        <p className="small muted">
          {t('prepare.upload.pace', {
            percent: number(percent),
            perSecond: number(perSecond),
            endsAt: time(endsAt),
          })}
        </p>
      )}
    </>
  );
};

const problemOf = ({ problem }: Job): ApiProblem | undefined => {
  if (!problem) return undefined;
  const { code, cause, ...told } = problem;
  return new ApiProblem(400, code, { ...told, cause });
};

/** What can be done with an import: cancel it, or see which rows it rejected. */
const JobActs = ({ job }: { job: Job }): ReactNode => {
  const { _: t } = useLingui();
  const api = useApi();
  const queries = useQueryClient();
  const cancelling = useMutation({
    mutationFn: async () => api.post<ImportJobView>(`/profiles/imports/${job.id}/cancel`, undefined),
    onSettled: async () => queries.invalidateQueries({ queryKey: ['imports'] }),
  });
  return (
    <>
      <div className="row">
        {isCancellable(job) && (
          <button
            className="btn slim"
            type="button"
            disabled={cancelling.isPending}
            onClick={() => cancelling.mutate()}
          >
            {t('prepare.upload.cancel', { name: job.fileName })}
          </button>
        )}
        {job.rejected > 0 && <SaveRejections id={job.id} list={job.list} />}
      </div>
      <ProblemNote error={cancelling.error} />
    </>
  );
};

/** Of whom the file says another address, when that is why it was refused: whoever means it says so. */
const Changed = ({ job }: { job: Job }): ReactNode => {
  const { _: t } = useLingui();
  const { number } = useFormat();
  const api = useApi();
  const queries = useQueryClient();
  const changed = job.problem?.cause === 'idsOfOthers' ? job.problem.facts['changed'] : undefined;
  const starting = useMutation({
    mutationFn: async (count: number) =>
      api.post<ImportJobView>(`/profiles/imports/${job.id}/start?changedAddresses=${count}`, undefined),
    onSettled: async () => queries.invalidateQueries({ queryKey: ['imports'] }),
  });
  if (typeof changed !== 'number') return null;
  return (
    <button className="btn slim" type="button" disabled={starting.isPending} onClick={() => starting.mutate(changed)}>
      {t('prepare.import.changed', { n: number(changed) })}
    </button>
  );
};

const ImportJob = ({ job }: { job: Job }): ReactNode => {
  const { _: t } = useLingui();
  const { number, time } = useFormat();
  const { fileName, list, state, rowsRead, accepted, rejected, asOf } = job;
  return (
    <section className="inset" aria-label={t('prepare.upload.of', { name: fileName, list })}>
      <p>
        <b>{t('prepare.upload.of', { name: fileName, list })}</b>
      </p>
      <p>{t(`prepare.upload.state.${state}`)}</p>
      <Pace job={job} />
      {rowsRead > 0 && (
        <p className="small">
          {t('prepare.upload.rows', {
            read: number(rowsRead),
            accepted: number(accepted),
            rejected: number(rejected),
          })}
        </p>
      )}
      <p className="small muted">{t('prepare.upload.asOf', { at: time(asOf) })}</p>
      <ProblemNote error={problemOf(job)}>
        <Changed job={job} />
      </ProblemNote>
      <JobActs job={job} />
    </section>
  );
};

/** Imports of uploaded files that are under way or ended of late, whoever began them. */
export const ImportJobs = (): ReactNode => {
  const { _: t } = useLingui();
  const queries = useQueryClient();
  const { data } = useImports();
  const [now] = useState(Date.now);
  const news = (data?.items ?? []).filter((job) => isUnderWay(job) || now - Date.parse(job.asOf) < NEWS_MS);
  const counting = news.filter(({ state }) => state === 'settling' || state === 'done').length;
  // From its commit on the list is another one.
  useEffect(() => {
    if (counting > 0) void queries.invalidateQueries({ queryKey: ['lists'] });
  }, [counting, queries]);
  if (news.length === 0) return null;
  return (
    <>
      <p>
        <b>{t('prepare.upload.jobs')}</b>
      </p>
      {news.map((job) => (
        <ImportJob key={job.id} job={job} />
      ))}
    </>
  );
};
