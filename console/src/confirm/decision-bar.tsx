import { Trans, useLingui } from '@lingui/react';
import { useState, type ReactNode } from 'react';
import { fingerprint } from '../../../domain/model/fingerprint.ts';
import { Icon } from '../shell/icon.tsx';
import { useSession } from '../shell/session.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { useDecisionWords } from './decision-words.ts';
import { RefuseDialog } from './refuse-dialog.tsx';
import type { Subject, Warning } from './use-decision.ts';

const About = ({ subject: { run, manifestHash } }: { subject: Subject }): ReactNode => {
  const { _: t } = useLingui();
  const { me } = useSession();
  const { messages, start } = useDecisionWords(run);
  return (
    <p className="about">
      <Trans
        id="confirm.about"
        values={{ messages, start: start ?? t('confirm.atOnce'), fingerprint: fingerprint(manifestHash).slice(0, 9) }}
        components={{ b: <b />, mono: <span className="mono" />, long: <span className="long" /> }}
      />{' '}
      <span className="long">{t('confirm.recordedAs', { name: me.name || me.email })}</span>
    </p>
  );
};

type Props = { subject: Subject; warnings: Warning[]; onDecided?: () => void };

/**
 * Repeats what is decided, then the decision. Only for those who may: everybody else is told who can.
 * `warnings` are what whoever confirms has to know of.
 */
export const DecisionBar = ({ subject, warnings, onDecided }: Props): ReactNode => {
  const { _: t } = useLingui();
  const [asking, setAsking] = useState<'confirm' | 'requestChanges' | 'reject'>();
  const close = (): void => setAsking(undefined);
  const decided = (): void => {
    close();
    onDecided?.();
  };
  return (
    <section className="decide" aria-label={t('confirm.decision')}>
      <div>
        <About subject={subject} />
        <div className="acts">
          {subject.run.you.mayConfirm && (
            <button className="btn primary" type="button" onClick={() => setAsking('confirm')}>
              <Icon name="check" />
              {t('confirm.confirm')}
            </button>
          )}
          <button className="btn" type="button" onClick={() => setAsking('requestChanges')}>
            {t('confirm.requestChanges')}
          </button>
          <button className="btn danger" type="button" onClick={() => setAsking('reject')}>
            {t('confirm.reject')}
          </button>
        </div>
      </div>
      <ConfirmDialog
        subject={subject}
        warnings={warnings}
        isOpen={asking === 'confirm'}
        onClose={close}
        onDecided={decided}
      />
      {(['requestChanges', 'reject'] as const).map((decision) => (
        <RefuseDialog
          key={decision}
          decision={decision}
          subject={subject}
          isOpen={asking === decision}
          onClose={close}
          onDecided={decided}
        />
      ))}
    </section>
  );
};
