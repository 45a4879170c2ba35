import { useEffect, useId, useRef, type ReactNode } from 'react';
import type { Criteria } from './use-criteria.ts';

/** Leads to the search, as on many pages that have one. */
const useSlash = () => {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const lead = (event: KeyboardEvent): void => {
      const isTyping = event.target instanceof HTMLElement && event.target.closest('input, textarea, select') !== null;
      if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      field.current?.focus();
    };
    document.addEventListener('keydown', lead);
    return () => document.removeEventListener('keydown', lead);
  }, []);
  return field;
};

type SearchProps = { label: string; hint: string; criteria: Criteria };

/** What is typed is looked for by the server; the key / leads here. */
export const SearchField = ({ label, hint, criteria }: SearchProps): ReactNode => {
  const id = useId();
  const field = useSlash();
  return (
    <search className="search">
      <label className="vh" htmlFor={id}>
        {label}
      </label>
      <input
        ref={field}
        id={id}
        className="input"
        type="search"
        maxLength={100}
        placeholder={hint}
        aria-keyshortcuts="/"
        value={criteria.typed}
        onChange={({ target }) => criteria.type(target.value)}
      />
    </search>
  );
};

type ChoiceProps = {
  label: string;
  name: string;
  criteria: Criteria;
  options: readonly { value: string; label: string }[];
};

/** One of a few; an empty value means all. */
export const ChoiceField = ({ label, name, criteria, options }: ChoiceProps): ReactNode => {
  const id = useId();
  return (
    <div className="lab">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="input"
        value={criteria.value(name)}
        onChange={({ target }) => criteria.choose(name, target.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
};
