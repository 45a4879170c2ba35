import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

type Props = { tone: 'info' | 'warn'; title: ReactNode; role?: 'note' | 'alert'; children?: ReactNode };

/** In a dialog a refusal stands last, below what a phone shows of it: whoever pressed OK would see that nothing happens. */
const comeIntoView = (note: HTMLElement | null): void => {
  if (note?.closest('[role=dialog]')) note.scrollIntoView({ block: 'nearest' });
};

/** Something to know before going on; a refusal says who can. */
export const Notice = ({ tone, title, role = 'note', children }: Props): ReactNode => (
  <div className={`notice ${tone}`} role={role} ref={role === 'alert' ? comeIntoView : null}>
    <Icon name={tone} />
    <div>
      <p>
        <b>{title}</b>
      </p>
      {children}
    </div>
  </div>
);
