import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { may } from '../../../domain/people/authorisation.ts';
import { useAudienceText } from '../shell/audience-text.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { useSession } from '../shell/session.tsx';
import { Waiting } from '../shell/waiting.tsx';
import { segmentAddress, useSegments } from './segment-queries.ts';

/** The saved segments, and the way to another one. */
export const SegmentList = (): ReactNode => {
  const { _: t } = useLingui();
  const { me } = useSession();
  const audienceText = useAudienceText();
  const { data, error } = useSegments();
  if (!data) return error ? <ProblemNote error={error} /> : <Waiting />;
  return (
    <>
      <p className="small muted">{t('audience.segments.what')}</p>
      {data.length > 0 && (
        <ul className="people">
          {data.map((segment) => (
            <li key={segment.id}>
              <p>
                <Link to={segmentAddress(segment.id)}>
                  <b>{segment.name}</b>
                </Link>
              </p>
              <p className="small muted">{audienceText(segment)}</p>
            </li>
          ))}
        </ul>
      )}
      {may(me, 'prepare') && (
        <Link className="btn slim" to="/segments/new">
          {t('audience.segment.new')}
        </Link>
      )}
    </>
  );
};
