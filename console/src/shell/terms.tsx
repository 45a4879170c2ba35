import type { ReactNode } from 'react';

export type Term = { term: string; value: ReactNode; small?: ReactNode };

/** A list of names and what they stand for. */
export const Terms = ({ terms, className = '' }: { terms: Term[]; className?: string }): ReactNode => (
  <dl className={`list ${className}`}>
    {terms.map(({ term, value, small }) => (
      <div key={term}>
        <dt>{term}</dt>
        <dd>
          {value}
          {small !== undefined && <small>{small}</small>}
        </dd>
      </div>
    ))}
  </dl>
);
