import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { ExclusionPage, ExclusionLine } from '../../../domain/prepare/api.ts';
import { LogTile } from '../shell/log-tile.tsx';

const Row = ({ line: { profileId, address, cause } }: { line: ExclusionLine }): ReactNode => {
  const { _: t } = useLingui();
  return (
    <tr>
      <th scope="row">
        <Link to={`/profiles/${encodeURIComponent(profileId)}`}>{profileId}</Link>
      </th>
      <td className="left">{address || t('prepare.exclusions.noAddress')}</td>
      <td className="left">{t(`prepare.cause.${cause}`)}</td>
    </tr>
  );
};

const rowOf = (line: ExclusionLine): ReactNode => <Row key={line.profileId} line={line} />;

/** Who was excluded and why; loaded when it is opened. */
export const ExclusionLog = ({ runId }: { runId: string }): ReactNode => {
  const { _: t } = useLingui();
  return (
    <LogTile<ExclusionPage>
      title={t('prepare.exclusions')}
      summary={t('prepare.exclusions.open')}
      path={`/runs/${encodeURIComponent(runId)}/exclusions`}
      columns={[t('prepare.exclusions.profile'), t('prepare.exclusions.address'), t('prepare.exclusions.cause')]}
      row={rowOf}
    />
  );
};
