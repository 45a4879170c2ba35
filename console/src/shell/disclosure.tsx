import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

type Props = {
  summary: string;
  /** Before anybody clicked. */
  open?: boolean;
  onToggle?: (isOpen: boolean) => void;
  children: ReactNode;
};

/** What can be unfolded: the figures behind a picture, a list, the rest of a mail. */
export const Disclosure = ({ summary, open, onToggle, children }: Props): ReactNode => (
  <details className="disclosure" open={open} onToggle={({ currentTarget }) => onToggle?.(currentTarget.open)}>
    <summary>
      <Icon name="chev" />
      {summary}
    </summary>
    {children}
  </details>
);
