import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { may } from '../../../domain/people/authorisation.ts';
import type { SegmentDetail } from '../../../domain/audience/segments.ts';
import { DeleteSegment } from '../audience/delete-segment.tsx';
import { SegmentCount } from '../audience/segment-count.tsx';
import { SegmentForm } from '../audience/segment-form.tsx';
import { useSegment } from '../audience/segment-queries.ts';
import { UsingCampaigns } from '../audience/using-campaigns.tsx';
import { useAudienceText } from '../shell/audience-text.ts';
import { useFormat } from '../shell/format.ts';
import { Page } from '../shell/page.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { useSession } from '../shell/session.tsx';
import { Tile } from '../shell/tile.tsx';
import { Waiting } from '../shell/waiting.tsx';

/** What it means; whoever prepares can change it. */
const Rule = ({ detail: { segment } }: { detail: SegmentDetail }): ReactNode => {
  const { _: t } = useLingui();
  const { me } = useSession();
  const { dateTime } = useFormat();
  const audienceText = useAudienceText();
  const { updatedBy, updatedAt, version } = segment;
  return (
    <Tile title={t('audience.segment.rule')}>
      <p>{audienceText(segment)}</p>
      <p className="small muted">
        {t('audience.segment.changed', { name: updatedBy.name, time: dateTime(updatedAt) })}
      </p>
      {may(me, 'prepare') && (
        <>
          <p className="small muted">{t('audience.segment.changeEffect')}</p>
          <SegmentForm key={version} known={segment} />
        </>
      )}
    </Tile>
  );
};

/** One segment: whom it means, how many that are now, who uses it, and its end. */
export const SegmentPage = (): ReactNode => {
  const { id = '' } = useParams();
  const { _: t } = useLingui();
  const { me } = useSession();
  const { data, error } = useSegment(id);
  const crumbs = [{ to: '/lists', label: t('audience.lists') }];
  return (
    <Page title={data?.segment.name ?? t('audience.segments')} heading crumbs={crumbs}>
      <ProblemNote error={error} />
      {!data && !error && <Waiting />}
      {data && (
        <div className="cols">
          <div>
            <Rule detail={data} />
          </div>
          <div>
            <Tile title={t('audience.segment.people')}>
              <SegmentCount key={data.segment.version} id={id} />
            </Tile>
            <Tile title={t('audience.segment.users')}>
              <UsingCampaigns campaigns={data.campaigns} none={t('audience.segment.unused')} />
            </Tile>
            {may(me, 'prepare') && (
              <Tile title={t('audience.segment.delete')}>
                <DeleteSegment detail={data} />
              </Tile>
            )}
          </div>
        </div>
      )}
    </Page>
  );
};
