import { useId, useState, type ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { seal } from '../../../domain/seal.ts';
import { Ask } from '../shell/ask.tsx';
import { useFormat } from '../shell/format.ts';
import { Icon } from '../shell/icon.tsx';
import { Terms } from '../shell/terms.tsx';
import { useDecisionWords } from './decision-words.ts';
import { DecisionProblem } from './decision-problem.tsx';
import { useDecision, type Subject, type Warning } from './use-decision.ts';

const Summary = ({ subject, warnings }: { subject: Subject; warnings: Warning[] }): ReactNode => {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { run, manifestHash } = subject;
  const accepted = warnings.length === 0 ? t('confirm.dialog.noWarnings') : number(warnings.length);
  return (
    <Terms
      className="sum"
      terms={[
        { term: t('confirm.dialog.campaign'), value: run.campaignName },
        { term: t('confirm.dialog.subject'), value: run.subject ?? '–' },
        { term: t('confirm.dialog.seal'), value: <span className="mono">{seal(manifestHash)}</span> },
        { term: t('confirm.dialog.warnings'), value: accepted },
      ]}
    />
  );
};

const Note = ({ note, onChange }: { note: string; onChange: (note: string) => void }): ReactNode => {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className="lab">
      <label htmlFor={id}>{t('confirm.note')}</label>
      <textarea
        id={id}
        className="input"
        maxLength={1000}
        aria-describedby={`${id}-hint`}
        value={note}
        onChange={({ target }) => onChange(target.value)}
      />
      <span id={`${id}-hint`}>{t('confirm.noteHint')}</span>
    </div>
  );
};

type AcksProps = { warnings: Warning[]; ticked: Warning['code'][]; onChange: (ticked: Warning['code'][]) => void };

/** Each warning is ticked by itself: the server asks for each of them, too. */
const Acknowledgements = ({ warnings, ticked, onChange }: AcksProps): ReactNode => {
  const { t } = useTranslation();
  if (warnings.length === 0) return null;
  const toggle = (code: Warning['code'], isOn: boolean): void =>
    onChange(isOn ? [...ticked, code] : ticked.filter((other) => other !== code));
  return (
    <fieldset className="acks">
      <legend>{t('confirm.ack')}</legend>
      {warnings.map(({ code, title }) => (
        <label key={code}>
          <input
            type="checkbox"
            checked={ticked.includes(code)}
            onChange={({ target }) => toggle(code, target.checked)}
          />
          {title}
        </label>
      ))}
    </fieldset>
  );
};

type Props = { subject: Subject; warnings: Warning[]; isOpen: boolean; onClose: () => void; onDecided: () => void };

/** The last look before a confirmation: how many, when, which fingerprint, which warnings. */
export const ConfirmDialog = ({ subject, warnings, isOpen, onClose, onDecided }: Props): ReactNode => {
  const { t } = useTranslation();
  const [note, setNote] = useState('');
  const [ticked, setTicked] = useState<Warning['code'][]>([]);
  const isReady = warnings.every(({ code }) => ticked.includes(code));
  const deciding = useDecision(subject);
  const { messages, start, utc } = useDecisionWords(subject.run);
  return (
    <Ask
      isOpen={isOpen}
      onClose={onClose}
      title={t('confirm.confirm')}
      cancel={t('confirm.cancel')}
      act={
        <button
          className="btn primary"
          type="button"
          disabled={deciding.isPending || !isReady}
          onClick={() =>
            deciding.mutate({ decision: 'confirm', reason: note, acknowledged: ticked }, { onSuccess: onDecided })
          }
        >
          <Icon name="check" />
          {t(deciding.isPending ? 'confirm.busy' : 'confirm.ok')}
        </button>
      }
    >
      <p>
        {start === null ? (
          <Trans i18nKey="confirm.dialog.now" values={{ messages }} components={{ b: <b /> }} />
        ) : (
          <Trans i18nKey="confirm.dialog.later" values={{ messages, start, utc }} components={{ b: <b /> }} />
        )}
      </p>
      <Summary subject={subject} warnings={warnings} />
      <Acknowledgements warnings={warnings} ticked={ticked} onChange={setTicked} />
      <Note note={note} onChange={setNote} />
      <p className="small muted">{t(start === null ? 'confirm.dialog.afterNow' : 'confirm.dialog.after')}</p>
      <DecisionProblem error={deciding.error} subject={subject} onClose={onClose} />
    </Ask>
  );
};
