import { useLingui } from '@lingui/react';
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { CampaignDetail } from '../../../domain/write/api.ts';
import { AskReason } from '../shell/ask-reason.tsx';
import { Ask } from '../shell/ask.tsx';
import { useFormat } from '../shell/format.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { useSession } from '../shell/session.tsx';
import { Tile } from '../shell/tile.tsx';
import { useArchive, useDeleteCampaign } from './campaign-queries.ts';

type Act = 'archive' | 'unarchive';

const ArchiveAct = ({ act, campaignId }: { act: Act; campaignId: string }): ReactNode => {
  const { _: t } = useLingui();
  const [isAsking, ask] = useState(false);
  const doing = useArchive(campaignId, act);
  return (
    <>
      <button className="btn slim" type="button" onClick={() => ask(true)}>
        {t(`write.archive.act.${act}`)}
      </button>
      <AskReason
        isOpen={isAsking}
        onClose={() => ask(false)}
        title={t(`write.archive.title.${act}`)}
        cancel={t('prepare.form.cancel')}
        act={{ label: t(`write.archive.act.${act}`), look: 'primary', isDisabled: doing.isPending }}
        reason={{ label: t('prepare.series.reason'), hint: t('prepare.series.reasonHint') }}
        onAct={(reason) => doing.mutate(reason, { onSuccess: () => ask(false) })}
        outcome={<ProblemNote error={doing.error} />}
      >
        <p>{t(`write.archive.effect.${act}`)}</p>
      </AskReason>
    </>
  );
};

const DeleteAct = ({ campaignId }: { campaignId: string }): ReactNode => {
  const { _: t } = useLingui();
  const navigate = useNavigate();
  const [isAsking, ask] = useState(false);
  const deleting = useDeleteCampaign(campaignId);
  const act = (
    <button
      className="btn danger"
      type="button"
      disabled={deleting.isPending}
      onClick={() => deleting.mutate(undefined, { onSuccess: () => void navigate('/campaigns') })}
    >
      {t('write.archive.act.delete')}
    </button>
  );
  return (
    <>
      <button className="btn slim" type="button" onClick={() => ask(true)}>
        {t('write.archive.act.delete')}
      </button>
      <Ask
        isOpen={isAsking}
        onClose={() => ask(false)}
        title={t('write.archive.title.delete')}
        cancel={t('prepare.form.cancel')}
        act={act}
      >
        <p>{t('write.archive.effect.delete')}</p>
        <ProblemNote error={deleting.error} />
      </Ask>
    </>
  );
};

type Props = { detail: CampaignDetail; history: ReactNode };

/** Puts a campaign away, takes it back, or deletes it: what was prepared once can only be put away. */
export const ArchiveTile = ({ detail, history }: Props): ReactNode => {
  const { _: t } = useLingui();
  const { me } = useSession();
  const { dateTime } = useFormat();
  const { campaign, runs, unreadable } = detail;
  const { archived, id } = campaign;
  if (!me.mayPrepare && !archived) return null;
  const isDraft = runs.length + unreadable.length === 0;
  return (
    <Tile title={t('write.archive')}>
      {archived && <p>{t('write.archive.by', { name: archived.by.name, time: dateTime(archived.at) })}</p>}
      {me.mayPrepare && (
        <p className="row">
          <ArchiveAct act={archived ? 'unarchive' : 'archive'} campaignId={id} />
          {isDraft && <DeleteAct campaignId={id} />}
        </p>
      )}
      {history}
    </Tile>
  );
};
