import { Dialog } from '@base-ui/react/dialog';
import { useRef, type ReactNode } from 'react';

export type AskProps = {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  /** Cancels; it has the focus when the dialog opens. */
  cancel: string;
  /** The button that does it. */
  act: ReactNode;
  children: ReactNode;
};

/** A question before something is done: closing it by any way does nothing. */
export const AskDialog = ({ isOpen, onClose, title, cancel, act, children }: AskProps): ReactNode => {
  const out = useRef<HTMLButtonElement>(null);
  return (
    <Dialog.Root open={isOpen} onOpenChange={(open) => !open && onClose()} disablePointerDismissal>
      <Dialog.Portal>
        <Dialog.Viewport className="scrim">
          <Dialog.Popup className="ask" initialFocus={out}>
            <div>
              <Dialog.Title>{title}</Dialog.Title>
              {children}
            </div>
            <footer>
              <Dialog.Close ref={out} className="btn">
                {cancel}
              </Dialog.Close>
              {act}
            </footer>
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  );
};
