import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { SegmentForm } from '../audience/segment-form.tsx';
import { segmentAddress } from '../audience/segment-queries.ts';
import { Page } from '../shell/page.tsx';
import { Tile } from '../shell/tile.tsx';

/** `/segments/new` */
export const NewSegmentPage = (): ReactNode => {
  const { _: t } = useLingui();
  const navigate = useNavigate();
  return (
    <Page title={t('audience.segment.new')} heading crumbs={[{ to: '/lists', label: t('audience.lists') }]}>
      <Tile title={t('audience.segment.rule')}>
        <SegmentForm onSaved={({ id }) => void navigate(segmentAddress(id))} />
      </Tile>
    </Page>
  );
};
