import { useLingui } from '@lingui/react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { SuppressionCount } from '../../../domain/audience/api.ts';
import { SuppressionEntry } from '../audience/suppression-entry.tsx';
import { SuppressionImport } from '../audience/suppression-import.tsx';
import { useApi } from '../shell/api.ts';
import { useFormat } from '../shell/format.ts';
import { Page } from '../shell/page.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { Terms } from '../shell/terms.tsx';
import { Tile } from '../shell/tile.tsx';
import { Waiting } from '../shell/waiting.tsx';

const Count = (): ReactNode => {
  const { _: t } = useLingui();
  const api = useApi();
  const { number } = useFormat();
  const { data, error } = useQuery({
    queryKey: ['suppressions'],
    queryFn: async () => api.get<SuppressionCount>('/suppressions'),
  });
  if (!data) return error ? <ProblemNote error={error} /> : <Waiting />;
  return (
    <Terms
      terms={[
        { term: t('track.suppressions.addresses'), value: number(data.addresses) },
        { term: t('track.suppressions.domains'), value: number(data.domains) },
      ]}
    />
  );
};

/** The suppression list of the organisation: how much is on it, never what. */
export const SuppressionsPage = (): ReactNode => {
  const { _: t } = useLingui();
  return (
    <Page title={t('track.suppressions')} heading crumbs={[{ to: '/profiles', label: t('shell.profiles') }]}>
      <Tile title={t('track.suppressions.onIt')}>
        <p>{t('track.suppressions.what')}</p>
        <Count />
      </Tile>
      <Tile title={t('track.suppressions.import')}>
        <SuppressionImport />
      </Tile>
      <Tile title={t('track.suppressions.question')}>
        <SuppressionEntry />
      </Tile>
    </Page>
  );
};
