import { Trans, useLingui } from '@lingui/react';
import { useRef, useState, type ReactNode } from 'react';
import { fingerprint } from '../../../domain/model/fingerprint.ts';
import { Ask } from '../shell/ask.tsx';
import { useFormat } from '../shell/format.ts';
import { Icon } from '../shell/icon.tsx';
import { ReasonField } from '../shell/reason-field.tsx';
import { Terms } from '../shell/terms.tsx';
import { Acknowledgements } from './acknowledgements.tsx';
import { useDecisionWords } from './decision-words.ts';
import { DecisionProblem } from './decision-problem.tsx';
import { useDecision, type Subject, type Warning } from './use-decision.ts';

const Summary = ({ subject, warnings }: { subject: Subject; warnings: Warning[] }): ReactNode => {
  const { _: t } = useLingui();
  const { number } = useFormat();
  const { run, manifestHash } = subject;
  const accepted = warnings.length === 0 ? t('confirm.dialog.noWarnings') : number(warnings.length);
  return (
    <Terms
      className="sum"
      terms={[
        { term: t('confirm.dialog.campaign'), value: run.campaignName },
        { term: t('confirm.dialog.subject'), value: run.subject ?? '–' },
        { term: t('confirm.dialog.fingerprint'), value: <span className="mono">{fingerprint(manifestHash)}</span> },
        { term: t('confirm.dialog.warnings'), value: accepted },
      ]}
    />
  );
};

/** How many, and when. */
const What = ({ run }: { run: Subject['run'] }): ReactNode => {
  const { messages, start, utc } = useDecisionWords(run);
  return (
    <p>
      {start === null ? (
        <Trans id="confirm.dialog.now" values={{ messages }} components={{ b: <b /> }} />
      ) : (
        <Trans id="confirm.dialog.later" values={{ messages, start, utc }} components={{ b: <b /> }} />
      )}
    </p>
  );
};

type Props = { subject: Subject; warnings: Warning[]; isOpen: boolean; onClose: () => void; onDecided: () => void };

/** The last look before a confirmation: how many, when, which fingerprint, which warnings. */
export const ConfirmDialog = ({ subject, warnings, isOpen, onClose, onDecided }: Props): ReactNode => {
  const { _: t } = useLingui();
  const [note, setNote] = useState('');
  const [ticked, setTicked] = useState<Warning['code'][]>([]);
  const [isTried, setTried] = useState(false);
  const ticks = useRef<HTMLFieldSetElement>(null);
  const deciding = useDecision(subject);
  const { start } = useDecisionWords(subject.run);
  const isReady = warnings.every(({ code }) => ticked.includes(code));
  const decide = (): void => {
    if (isReady)
      return deciding.mutate({ decision: 'confirm', reason: note, acknowledged: ticked }, { onSuccess: onDecided });
    setTried(true);
    ticks.current?.querySelector<HTMLInputElement>('input:not(:checked)')?.focus();
  };
  return (
    <Ask
      isOpen={isOpen}
      onClose={onClose}
      title={t('confirm.confirm')}
      cancel={t('confirm.cancel')}
      act={
        <button className="btn primary" type="button" disabled={deciding.isPending} onClick={decide}>
          <Icon name="check" />
          {t(deciding.isPending ? 'confirm.busy' : 'confirm.ok')}
        </button>
      }
    >
      <What run={subject.run} />
      {subject.run.releasesSeries && <p>{t('confirm.releases.why')}</p>}
      <Summary subject={subject} warnings={warnings} />
      <Acknowledgements warnings={warnings} ticked={ticked} onChange={setTicked} isTried={isTried} ref={ticks} />
      <ReasonField label={t('confirm.note')} hint={t('confirm.noteHint')} value={note} onChange={setNote} />
      <p className="small muted">{t(start === null ? 'confirm.dialog.afterNow' : 'confirm.dialog.after')}</p>
      <DecisionProblem error={deciding.error} subject={subject} onClose={onClose} />
    </Ask>
  );
};
