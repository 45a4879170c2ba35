import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

type Props = { tone: 'info' | 'warn'; title: ReactNode; role?: 'note' | 'alert'; children?: ReactNode };

/** Something to know before going on; a refusal says who can. */
export const Notice = ({ tone, title, role = 'note', children }: Props): ReactNode => (
  <div className={`notice ${tone}`} role={role}>
    <Icon name={tone} />
    <div>
      <p>
        <b>{title}</b>
      </p>
      {children}
    </div>
  </div>
);
