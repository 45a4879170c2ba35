import { useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';

/** Who types is not answered letter by letter. */
const TYPING_MS = 300;

export type Criteria = {
  /** As the address bar has it, and as the API takes it. */
  query: string;
  value: (name: string) => string;
  /** An empty value means none. */
  choose: (name: string, value: string) => void;
  typed: string;
  type: (text: string) => void;
};

/** What of a list is asked for: kept in the address bar, so that it can be sent on, come back to and loaded again. */
export const useCriteria = (): Criteria => {
  const [params, setParams] = useSearchParams();
  const [typed, setTyped] = useState(params.get('search') ?? '');
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const choose = (name: string, value: string): void =>
    setParams(
      (known) => {
        const next = new URLSearchParams(known);
        if (value === '') next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  const type = (text: string): void => {
    setTyped(text);
    clearTimeout(waiting.current);
    waiting.current = setTimeout(() => choose('search', text.trim()), TYPING_MS);
  };
  // Whoever has left the page is not brought back.
  useEffect(() => {
    const pending = waiting;
    return () => clearTimeout(pending.current);
  }, []);
  return { query: params.toString(), value: (name) => params.get(name) ?? '', choose, typed, type };
};
