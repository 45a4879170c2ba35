import { useLingui } from '@lingui/react';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { Disclosure } from '../shell/disclosure.tsx';
import { fetchWords } from '../shell/i18n.ts';
import { Waiting } from '../shell/waiting.tsx';

// With words of its own: whoever does not look does not wait for them.
const MailDifferences = lazy(async () => {
  const [{ MailDifferences: component }] = await Promise.all([import('./mail-differences.tsx'), fetchWords('runs')]);
  return { default: component };
});

/** Mails beside those of the last version, fetched when somebody unfolds it. */
export const MailsCompared = ({ runId }: { runId: string }): ReactNode => {
  const { _: t } = useLingui();
  const [isOpen, open] = useState(false);
  return (
    <div className="tile">
      <div className="in">
        <Disclosure summary={t('confirm.mails')} onToggle={open}>
          {isOpen && (
            <Suspense fallback={<Waiting />}>
              <MailDifferences runId={runId} />
            </Suspense>
          )}
        </Disclosure>
      </div>
    </div>
  );
};
