import { useLingui } from '@lingui/react';
import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { Campaign } from '../../../domain/model/campaign.ts';
import { ApiProblem } from '../shell/api-problem.ts';
import { useFormat } from '../shell/format.ts';
import { Notice } from '../shell/notice.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { Tile } from '../shell/tile.tsx';
import { AudienceBlock } from '../audience/audience-block.tsx';
import { useSaveCampaign } from '../write/campaign-queries.ts';
import { ConflictTile } from '../write/conflict-tile.tsx';
import { AttachmentsBlock } from '../write/attachments-block.tsx';
import { ContentBlock } from '../write/content-block.tsx';
import { DraftPreview } from '../write/draft-preview.tsx';
import { LanguageBar } from '../write/language-bar.tsx';
import { LinksBlock } from '../write/links-block.tsx';
import { LastSender } from '../write/last-sender.tsx';
import { LeaveGuard } from '../write/leave-guard.tsx';
import { TestBar } from '../write/test-bar.tsx';
import { useShownLanguage } from '../write/shown-language.ts';
import { TemplateChooser } from '../write/template-chooser.tsx';
import { useDraftPreview } from '../write/use-draft-preview.ts';
import { useKeptDraft, type Writing } from '../write/use-kept-draft.ts';
import { readDraft } from '../form/draft.ts';
import { TextField, type FormPart } from '../form/form-fields.tsx';
import { LimitsBlock } from '../prepare/limits-block.tsx';
import { PolicyBlock } from '../confirm/policy-block.tsx';
import { RulesBlock } from '../audience/rules-block.tsx';
import { ArmedChoice } from '../schedule/armed-choice.tsx';
import { ScheduleBlock } from '../schedule/schedule-block.tsx';

const wrongField = '[aria-invalid=true], [data-invalid]';

const SenderBlock = (part: FormPart): ReactNode => {
  const { _: t } = useLingui();
  return (
    <Tile title={t('prepare.sender')}>
      <LastSender {...part} />
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
  const { _: t } = useLingui();
  return (
    <div className="row">
      <button className="btn primary" type="submit" disabled={busy}>
        {t(known ? 'prepare.form.save' : 'prepare.form.create')}
      </button>
      <Link className="btn" to={known ? `/campaigns/${known.id}` : '/campaigns'}>
        {t('prepare.form.cancel')}
      </Link>
    </div>
  );
};

const BroughtBack = ({ writing }: { writing: Writing }): ReactNode => {
  const { _: t } = useLingui();
  const { dateTime } = useFormat();
  if (writing.broughtBack === undefined) return null;
  return (
    <Notice tone="info" title={t('write.kept', { time: dateTime(writing.broughtBack) })}>
      <p>{t('write.kept.why')}</p>
      <button className="btn slim" type="button" onClick={writing.discard}>
        {t('write.kept.discard')}
      </button>
    </Notice>
  );
};

const isConflict = (error: unknown): boolean => error instanceof ApiProblem && error.cause === 'campaignChanged';

const Blocks = ({ part, isNew }: { part: FormPart; isNew: boolean }): ReactNode => {
  const { _: t } = useLingui();
  const { shown, part: mail } = useShownLanguage(part);
  const { spreadBy, variants } = part.draft;
  const isTest = variants.length === 0 ? spreadBy === 'abTest' : variants.some(({ language }) => language === '');
  const previewing = useDraftPreview(mail.draft);
  return (
    <>
      <Tile title={t('prepare.col.campaign')}>
        <TextField {...part} of="name" field="name" label={t('prepare.form.name')} required />
        <TextField {...part} of="labels" field="labels" label={t('labels.field')} hint={t('labels.hint')} />
      </Tile>
      {isNew && <TemplateChooser {...part} />}
      <div className="cols">
        <div>
          <ContentBlock
            {...mail}
            preview={previewing.data}
            shown={shown.key}
            languages={isTest ? <TestBar {...part} shown={shown} /> : <LanguageBar {...part} shown={shown} />}
          />
          <AttachmentsBlock {...part} />
          <LinksBlock {...part} preview={previewing.data} />
          <ScheduleBlock {...part} />
          <PolicyBlock {...part} />
          <LimitsBlock {...part} />
        </div>
        <div>
          <DraftPreview draft={mail.draft} previewing={previewing} />
          <AudienceBlock {...part} />
          <RulesBlock {...part} />
          <SenderBlock {...part} />
        </div>
      </div>
    </>
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
  const { _: t } = useLingui();
  const form = useRef<HTMLFormElement>(null);
  const writing = useKeptDraft(known);
  const [isTried, setTried] = useState(false);
  const { draft, version } = writing;
  const saving = useSaveCampaign(known && version !== undefined ? { ...known, version } : undefined);
  const [pausesSeries, setPausesSeries] = useState(false);
  const read = readDraft(draft);
  // Nothing is called wrong before the first try; then each field is as soon as it is mended.
  const wrong = isTried && 'wrong' in read ? read.wrong : [];
  const saved = (campaign: Campaign): void => {
    writing.forget();
    onSaved(campaign);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if ('input' in read)
      saving.mutate({ input: read.input, pausesSeries: isArmed && pausesSeries }, { onSuccess: saved });
    else requestAnimationFrame(() => form.current?.querySelector<HTMLElement>(wrongField)?.focus());
  };
  return (
    <form className="form" ref={form} noValidate onSubmit={submit}>
      <LeaveGuard writing={writing} />
      {known && (
        <Notice tone="warn" title={t('prepare.form.voids')}>
          <p>{t('prepare.form.voidsWhy')}</p>
        </Notice>
      )}
      {isArmed && <ArmedChoice pauses={pausesSeries} onChoose={setPausesSeries} />}
      <BroughtBack writing={writing} />
      <Blocks part={{ draft, wrong, onChange: writing.change }} isNew={!known} />
      {known && isConflict(saving.error) ? (
        <ConflictTile campaignId={known.id} writing={writing} onMet={saving.reset} />
      ) : (
        <ProblemNote error={saving.error} />
      )}
      {wrong.length > 0 && (
        <p className="wrong" role="alert">
          {t('prepare.form.wrong', { fields: wrong.length })}
        </p>
      )}
      {!writing.isKept && <Notice tone="warn" role="alert" title={t('write.notKept')} />}
      <Buttons known={known} busy={saving.isPending} />
    </form>
  );
};
