import { useLingui } from '@lingui/react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { SegmentDetail } from '../../../domain/audience/segments.ts';
import { useApi } from '../shell/api.ts';
import { Ask } from '../shell/ask.tsx';
import { useFormat } from '../shell/format.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { segmentAddress, segmentsKey } from './segment-queries.ts';

/** The end of a segment, asked about first. */
export const DeleteSegment = ({ detail: { segment, campaigns } }: { detail: SegmentDetail }): ReactNode => {
  const { _: t } = useLingui();
  const api = useApi();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { number } = useFormat();
  const [isAsking, ask] = useState(false);
  const deleting = useMutation({
    mutationFn: async () =>
      api.delete<SegmentDetail>(`${segmentAddress(segment.id)}?usedBy=${campaigns.length}&version=${segment.version}`),
    onSuccess: async () => {
      await navigate('/lists');
      queries.removeQueries({ queryKey: [...segmentsKey, segment.id] });
      await queries.invalidateQueries({ queryKey: segmentsKey });
    },
  });
  const act = (
    <button className="btn danger" type="button" disabled={deleting.isPending} onClick={() => deleting.mutate()}>
      {t('audience.segment.delete')}
    </button>
  );
  return (
    <>
      <p className="small">{t('audience.segment.deleteEffect')}</p>
      <button className="btn slim" type="button" onClick={() => ask(true)}>
        {t('audience.segment.delete')}
      </button>
      <Ask
        isOpen={isAsking}
        onClose={() => ask(false)}
        title={t('audience.segment.deleteTitle')}
        cancel={t('audience.segment.keep')}
        act={act}
      >
        <p>{t('audience.segment.deleteEffect')}</p>
        {campaigns.length > 0 && <p>{t('audience.segment.deleteUsers', { n: number(campaigns.length) })}</p>}
        <ProblemNote error={deleting.error} />
      </Ask>
    </>
  );
};
