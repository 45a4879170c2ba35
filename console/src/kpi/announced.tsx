import { useEffect, useRef, useState, type ReactNode } from 'react';

const EVERY_MS = 10_000;

/** Says how far it is to people who hear the page: politely, and at most every ten seconds. */
export const Announced = ({ text }: { text: string }): ReactNode => {
  const latest = useRef(text);
  const [said, setSaid] = useState('');
  useEffect(() => {
    latest.current = text;
  }, [text]);
  useEffect(() => {
    const timer = setInterval(() => setSaid(latest.current), EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return (
    <p className="vh" aria-live="polite">
      {said}
    </p>
  );
};
