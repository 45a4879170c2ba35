import { useEffect, useId, useRef, type ReactNode } from 'react';
import { ChoiceField, type Choice } from './choice-field.tsx';
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

type CriterionProps = {
  label: string;
  name: string;
  criteria: Criteria;
  options: readonly Choice<string>[];
};

/** One of a few; an empty value means all. */
export const CriterionField = ({ label, name, criteria, options }: CriterionProps): ReactNode => (
  <ChoiceField
    label={label}
    value={criteria.value(name)}
    options={options}
    onChange={(value) => criteria.choose(name, value)}
  />
);
