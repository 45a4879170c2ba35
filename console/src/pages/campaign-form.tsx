import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useTranslation } from 'react-i18next';
import type { Campaign } from '../../../domain/model/campaign.ts';
import { Notice } from '../shell/notice.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { Tile } from '../shell/tile.tsx';
import { AudienceBlock } from '../audience/audience-block.tsx';
import { useSaveCampaign } from '../write/campaign-queries.ts';
import { ContentBlock } from '../write/content-block.tsx';
import { DraftPreview } from '../write/draft-preview.tsx';
import { draftOf, emptyDraft, readDraft, type Draft } from '../form/draft.ts';
import { TextField, type FormPart } from '../form/form-fields.tsx';
import { LimitsBlock } from '../prepare/limits-block.tsx';
import { PolicyBlock } from '../confirm/policy-block.tsx';
import { RulesBlock } from '../audience/rules-block.tsx';
import { ArmedChoice } from '../schedule/armed-choice.tsx';
import { ScheduleBlock } from '../schedule/schedule-block.tsx';

const SenderBlock = (part: FormPart): ReactNode => {
  const { t } = useTranslation();
  return (
    <Tile title={t('prepare.sender')}>
      <TextField {...part} of="senderName" field="sender.name" label={t('prepare.form.senderName')} />
      <TextField
        {...part}
        of="senderAddress"
        field="sender.address"
        label={t('prepare.form.senderAddress')}
        hint={t('prepare.form.senderHint')}
        type="email"
      />
      <TextField
        {...part}
        of="replyTo"
        field="replyTo"
        label={t('prepare.form.replyTo')}
        hint={t('prepare.form.optional')}
        type="email"
      />
    </Tile>
  );
};

const Buttons = ({ known, busy }: { known: Campaign | undefined; busy: boolean }): ReactNode => {
  const { t } = useTranslation();
  return (
    <div className="row">
      <button className="btn primary" type="submit" disabled={busy}>
        {t(known ? 'prepare.form.save' : 'prepare.form.create')}
      </button>
      <Link className="btn" to={known ? `/campaigns/${known.id}` : '/'}>
        {t('prepare.form.cancel')}
      </Link>
    </div>
  );
};

type Props = {
  known?: Campaign;
  /** It is a series whose timer starts runs. */
  isArmed?: boolean;
  onSaved: (campaign: Campaign) => void;
};

/** Writes a new campaign, or changes the one that is known. */
export const CampaignForm = ({ known, isArmed = false, onSaved }: Props): ReactNode => {
  const { t } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useState<Draft>(() => (known ? draftOf(known) : emptyDraft()));
  const [isTried, setTried] = useState(false);
  const [pausesSeries, setPausesSeries] = useState(false);
  // The version that is being changed stays the one that was opened: what others save meanwhile is a conflict.
  const [opened] = useState(known);
  const saving = useSaveCampaign(opened);
  const read = readDraft(draft);
  // Nothing is called wrong before the first try; then each field is as soon as it is mended.
  const wrong = isTried && 'wrong' in read ? read.wrong : [];
  const part: FormPart = { draft, wrong, onChange: (change) => setDraft((before) => ({ ...before, ...change })) };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if ('input' in read)
      saving.mutate({ input: read.input, pausesSeries: isArmed && pausesSeries }, { onSuccess: onSaved });
    else requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
  };
  return (
    <form className="form" ref={form} noValidate onSubmit={submit}>
      {known && (
        <Notice tone="warn" title={t('prepare.form.voids')}>
          <p>{t('prepare.form.voidsWhy')}</p>
        </Notice>
      )}
      {isArmed && <ArmedChoice pauses={pausesSeries} onChoose={setPausesSeries} />}
      <Tile title={t('prepare.col.campaign')}>
        <TextField {...part} of="name" field="name" label={t('prepare.form.name')} required />
      </Tile>
      <div className="cols">
        <div>
          <ContentBlock {...part} />
          <ScheduleBlock {...part} />
          <PolicyBlock {...part} />
          <LimitsBlock {...part} />
        </div>
        <div>
          <DraftPreview draft={draft} />
          <AudienceBlock {...part} />
          <RulesBlock {...part} />
          <SenderBlock {...part} />
        </div>
      </div>
      <ProblemNote error={saving.error} />
      {wrong.length > 0 && (
        <p className="wrong" role="alert">
          {t('prepare.form.wrong', { fields: wrong.length })}
        </p>
      )}
      <Buttons known={known} busy={saving.isPending} />
    </form>
  );
};
