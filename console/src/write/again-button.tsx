import { useLingui } from '@lingui/react';
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { hasEnded } from '../../../domain/model/run-end.ts';
import type { RunView } from '../../../domain/model/run-view.ts';
import { Ask } from '../shell/ask.tsx';
import { useFormat } from '../shell/format.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { useCopyCampaign } from './campaign-queries.ts';

/** The API takes no longer name. */
const NAME_LENGTH = 100;

const short = (text: string): string => text.slice(0, NAME_LENGTH).trim();

/** Makes a draft of the same content for those of the audience who got this run and did not open it; it is prepared like any other. */
export const AgainButton = ({ run }: { run: RunView }): ReactNode => {
  const { _: t } = useLingui();
  const { dateTime } = useFormat();
  const navigate = useNavigate();
  const copying = useCopyCampaign(run.campaignId);
  const [isAsking, ask] = useState(false);
  const { campaignName, sendingStartedAt, you } = run;
  if (sendingStartedAt === null || !hasEnded(run) || run.resendOf !== null || !you.mayPrepare) return null;
  const name = short(t('write.again.name', { name: campaignName }));
  const of = { run: run.id, name: short(`${campaignName}, ${dateTime(sendingStartedAt)}`) };
  const copy = (): void =>
    copying.mutate(
      { name, also: { is: 'notOpened', of } },
      { onSuccess: ({ id }) => void navigate(`/campaigns/${encodeURIComponent(id)}`) },
    );
  const act = (
    <button className="btn primary" type="button" disabled={copying.isPending} onClick={copy}>
      {t('write.again.act')}
    </button>
  );
  return (
    <>
      <button className="btn" type="button" onClick={() => ask(true)}>
        {t('write.again')}
      </button>
      <Ask
        isOpen={isAsking}
        onClose={() => ask(false)}
        title={t('write.again.title')}
        cancel={t('write.again.cancel')}
        act={act}
      >
        <p>{t('write.again.what', { name })}</p>
        <p>{t('write.again.unknown')}</p>
        <ProblemNote error={copying.error} />
      </Ask>
    </>
  );
};
