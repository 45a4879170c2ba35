import { useLingui } from '@lingui/react';
import { useEffect, type ReactNode } from 'react';
import { useBlocker } from 'react-router';
import { Ask } from '../shell/ask.tsx';
import type { Writing } from './use-kept-draft.ts';

/** Asks before somebody leaves with changes that are not saved; a browser asks in its own words. */
export const LeaveGuard = ({ writing }: { writing: Writing }): ReactNode => {
  const { _: t } = useLingui();
  const { isChanged, isKept, isSaved } = writing;
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      isChanged && !isSaved.current && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (!isChanged) return undefined;
    const ask = (event: BeforeUnloadEvent): void => {
      if (!isSaved.current) event.preventDefault();
    };
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [isChanged, isSaved]);
  return (
    <Ask
      isOpen={blocker.state === 'blocked'}
      onClose={() => blocker.reset?.()}
      title={t('write.leave')}
      cancel={t('write.leave.stay')}
      act={
        <button className="btn primary" type="button" onClick={() => blocker.proceed?.()}>
          {t('write.leave.go')}
        </button>
      }
    >
      <p>{t(isKept ? 'write.leave.why' : 'write.leave.lost')}</p>
    </Ask>
  );
};
