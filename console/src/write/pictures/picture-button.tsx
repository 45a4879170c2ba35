import { lazy, Suspense, useState, type ReactNode } from 'react';
import type { PictureView } from '../../../../domain/write/picture-routes.ts';
import type { Chosen } from './picture-code.ts';

/** Fetched when somebody wants a picture. */
const PictureDialog = lazy(async () => ({ default: (await import('./picture-dialog.tsx')).PictureDialog }));

/** Opens the choice of a picture. */
export const PictureButton = ({
  label,
  onChosen,
}: {
  label: string;
  onChosen: (chosen: Chosen, picture: PictureView) => void;
}): ReactNode => {
  const [isOpen, setOpen] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const open = (): void => {
    setAsked(true);
    setOpen(true);
  };
  return (
    <div className="row">
      <button className="btn slim" type="button" onClick={open}>
        {label}
      </button>
      {isAsked && (
        <Suspense fallback={null}>
          <PictureDialog isOpen={isOpen} onClose={() => setOpen(false)} onChosen={onChosen} />
        </Suspense>
      )}
    </div>
  );
};
