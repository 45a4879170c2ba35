import { useLingui } from '@lingui/react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState, type ReactNode } from 'react';
import type { SuppressionReport } from '../../../domain/audience/api.ts';
import { may } from '../../../domain/people/authorisation.ts';
import { useApi } from '../shell/api.ts';
import { useFormat } from '../shell/format.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { useSession } from '../shell/session.tsx';
import { refuseTooLarge } from './too-large.ts';

const LINES_SHOWN = 10;
const DOMAINS_SHOWN = 5;

const Added = ({ report }: { report: SuppressionReport }): ReactNode => {
  const { _: t } = useLingui();
  const { number, allOf } = useFormat();
  const { added, known, rejected, rejectedLines, domainsNamed } = report;
  return (
    <output className="small">
      <p>{t('track.suppressions.added', { added: number(added), known: number(known) })}</p>
      {domainsNamed.length > 0 && (
        <p>
          {t('track.suppressions.wholeDomains', {
            count: domainsNamed.length,
            domains: allOf(domainsNamed.slice(0, DOMAINS_SHOWN)),
          })}
        </p>
      )}
      {rejected > 0 && (
        <p>
          {t('track.suppressions.rejected', {
            count: rejected,
            lines: allOf(rejectedLines.slice(0, LINES_SHOWN).map(number)),
          })}
        </p>
      )}
    </output>
  );
};

/** Adds the entries of a file; nothing is ever taken off by one. */
export const SuppressionImport = (): ReactNode => {
  const { _: t } = useLingui();
  const api = useApi();
  const queries = useQueryClient();
  const { me } = useSession();
  const id = useId();
  const [file, setFile] = useState<File>();
  const importing = useMutation({
    mutationFn: async (chosen: File) => {
      refuseTooLarge(chosen);
      return api.postFile<SuppressionReport>('/suppressions/imports', chosen);
    },
    onSettled: async () => queries.invalidateQueries({ queryKey: ['suppressions'] }),
  });
  if (!may(me, 'prepare')) return null;
  return (
    <div className="form">
      <p className="small muted" id={`${id}-hint`}>
        {t('track.suppressions.importHint')}
      </p>
      <div className="lab">
        <label htmlFor={id}>{t('track.suppressions.file')}</label>
        <input
          id={id}
          type="file"
          accept=".csv,.txt,text/csv,text/plain"
          aria-describedby={`${id}-hint`}
          onChange={({ target }) => setFile(target.files?.[0])}
        />
      </div>
      <div className="row">
        <button
          className="btn slim"
          type="button"
          disabled={!file || importing.isPending}
          onClick={() => file && importing.mutate(file)}
        >
          {t(importing.isPending ? 'track.suppressions.adding' : 'track.suppressions.add')}
        </button>
      </div>
      <ProblemNote error={importing.error} />
      {importing.data && <Added report={importing.data} />}
    </div>
  );
};
