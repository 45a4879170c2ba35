import type { ReactNode } from 'react';
import type { Check } from '../../../domain/model/preparation.ts';
import { useCheckText } from './check-text.ts';

/** What stood in the way of a preparation; how to mend each says its page. */
export const BlockedBy = ({ checks }: { checks: readonly Check[] }): ReactNode => {
  const checkText = useCheckText();
  const blocking = checks.filter(({ verdict }) => verdict === 'blocking').map((check) => checkText(check).title);
  if (blocking.length === 0) return null;
  return (
    <ul className="dotted">
      {blocking.map((title) => (
        <li key={title}>{title}</li>
      ))}
    </ul>
  );
};
