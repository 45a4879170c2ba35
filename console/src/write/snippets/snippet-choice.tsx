import { lazy, Suspense, useState, type ReactNode } from 'react';
import type { ChoiceProps } from './snippet-dialog.tsx';

/** Fetched when somebody wants a snippet. */
const SnippetDialog = lazy(async () => ({ default: (await import('./snippet-dialog.tsx')).SnippetDialog }));

/** Which snippet to put in. */
export const SnippetChoice = (props: ChoiceProps): ReactNode => {
  const [isAsked, setAsked] = useState(false);
  if (props.isOpen && !isAsked) setAsked(true);
  if (!isAsked) return null;
  return (
    <Suspense fallback={null}>
      <SnippetDialog {...props} />
    </Suspense>
  );
};
