import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import type { RunView } from '../../../domain/model/run-view.ts';
import { useAudienceText } from '../shell/audience-text.ts';
import { Fingerprint } from './fingerprint.tsx';
import { LanguageTable } from './language-table.tsx';
import { Waterfall } from './waterfall.tsx';
import { useFormat } from '../shell/format.ts';
import { Tile } from '../shell/tile.tsx';

/** Who gets it: before the send it is the Deployment block itself, later it stands below the figures. */
export const AudienceTile = ({ run, title }: { run: RunView; title?: string }): ReactNode => {
  const { _: t } = useLingui();
  const { number, dateTime } = useFormat();
  const audienceText = useAudienceText();
  const { counts, preparedAt, sendingStartedAt, manifestHash } = run;
  if (!counts) return null;
  const isBefore = sendingStartedAt === null && manifestHash !== null;
  const n = number(counts.toDeliver);
  return (
    <Tile
      title={title ?? t(isBefore ? 'run.deployment' : 'prepare.who')}
      {...(preparedAt !== null && { asOf: t('prepare.asOf', { time: dateTime(preparedAt) }) })}
    >
      {isBefore && <p>{t('prepare.completed', { count: counts.toDeliver, n })}</p>}
      <p className="small muted">{t('prepare.audienceIs', { audience: audienceText(run) })}</p>
      {run.segments.map((segment) => (
        <p key={segment.id} className="small muted">
          {t('prepare.segmentIs', { name: segment.name, audience: audienceText(segment) })}
        </p>
      ))}
      {counts.trackable !== undefined && <p>{t('prepare.trackable', { n: number(counts.trackable), of: n })}</p>}
      <Waterfall counts={counts} off={run.rules?.off ?? []} />
      <LanguageTable run={run} />
    </Tile>
  );
};

/** The fingerprint, and what it stands for: to those who decide, and to everybody else. */
export const FingerprintTile = ({ run, deciding = false }: { run: RunView; deciding?: boolean }): ReactNode => {
  const { _: t } = useLingui();
  const { dateTime } = useFormat();
  const { manifestHash, preparedAt } = run;
  if (manifestHash === null) return null;
  return (
    <Tile title={t(deciding ? 'confirm.what' : 'prepare.fingerprint')}>
      <Fingerprint manifestHash={manifestHash} />
      <p className="small muted">
        {deciding
          ? t('prepare.fingerprint.covers')
          : t('prepare.fingerprint.frozen', { time: preparedAt === null ? '–' : dateTime(preparedAt) })}
      </p>
    </Tile>
  );
};
