import { useLingui } from '@lingui/react';
import { useState, type ReactNode } from 'react';
import { SnippetChoice } from './snippet-choice.tsx';

/** Opens the choice of a snippet. */
export const SnippetButton = ({ onChosen }: { onChosen: (name: string) => void }): ReactNode => {
  const { _: t } = useLingui();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button className="btn slim" type="button" onClick={() => setOpen(true)}>
        {t('write.snippets.insert')}
      </button>
      <SnippetChoice isOpen={isOpen} onClose={() => setOpen(false)} onChosen={onChosen} />
    </>
  );
};
