import { lazy, Suspense, useState, type ReactNode } from 'react';
import type { AskProps } from './ask-dialog.tsx';

// Whoever only looks does not wait for it.
const AskDialog = lazy(async () => ({ default: (await import('./ask-dialog.tsx')).AskDialog }));

/** A question before something is done; fetched when it is put for the first time. */
export const Ask = (props: AskProps): ReactNode => {
  const [isPut, put] = useState(false);
  if (props.isOpen && !isPut) put(true);
  if (!isPut) return null;
  return (
    <Suspense fallback={null}>
      <AskDialog {...props} />
    </Suspense>
  );
};
