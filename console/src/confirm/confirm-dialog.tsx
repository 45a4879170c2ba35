import { useId, useState, type ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { seal } from '../../../domain/seal.ts';
import { Ask } from '../shell/ask.tsx';
import { useFormat } from '../shell/format.ts';
import { Icon } from '../shell/icon.tsx';
import { Terms } from '../shell/terms.tsx';
import { useDecisionWords } from './decision-words.ts';
import { DecisionProblem } from './decision-problem.tsx';
import { useDecision, type Subject } from './use-decision.ts';

const Summary = ({ subject, warnings }: { subject: Subject; warnings: string[] }): ReactNode => {
  const { t } = useTranslation();
  const { number, allOf } = useFormat();
  const { run, manifestHash } = subject;
  const accepted =
    warnings.length === 0
      ? t('confirm.dialog.noWarnings')
      : t('confirm.dialog.accept', { n: number(warnings.length), warnings: allOf(warnings) });
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

type Props = { subject: Subject; warnings: string[]; isOpen: boolean; onClose: () => void; onDecided: () => void };

/** The last look before a confirmation: how many, when, which fingerprint, which warnings. */
export const ConfirmDialog = ({ subject, warnings, isOpen, onClose, onDecided }: Props): ReactNode => {
  const { t } = useTranslation();
  const [note, setNote] = useState('');
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
          disabled={deciding.isPending}
          onClick={() => deciding.mutate({ decision: 'confirm', reason: note }, { onSuccess: onDecided })}
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
      <Note note={note} onChange={setNote} />
      <p className="small muted">{t(start === null ? 'confirm.dialog.afterNow' : 'confirm.dialog.after')}</p>
      <DecisionProblem error={deciding.error} subject={subject} onClose={onClose} />
    </Ask>
  );
};
