import type { ReactNode } from 'react';

type Props = { label: string; value: string; onChange: (value: string) => void };

/** Filters the list below it while one types. */
export const SearchField = ({ label, value, onChange }: Props): ReactNode => (
  <input
    className="input"
    type="search"
    aria-label={label}
    placeholder={label}
    value={value}
    onChange={({ target }) => onChange(target.value)}
  />
);
