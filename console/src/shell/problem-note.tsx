import { useLingui } from '@lingui/react';
import { useEffect, useState, type ReactNode } from 'react';
import { ApiProblem } from './api-problem.ts';
import { causeText } from './cause-text.ts';
import { useFormat } from './format.ts';
import { fetchWords, isWordKey } from './i18n.ts';
import { Notice } from './notice.tsx';

const codes = [
  'invalid-input',
  'not-found',
  'not-signed-in',
  'not-permitted',
  'conflict',
  'stale-manifest',
  'already-decided',
  'link-dead',
  'expired',
  'people-deleted',
  'rows-ended',
  'unacknowledged',
  'wrong-state',
  'too-large',
  'too-many',
  'busy',
  'sign-in',
  'unreachable',
  'internal',
] as const;
type Code = (typeof codes)[number];

const codeOf = (error: unknown): Code => {
  if (error instanceof ApiProblem) return codes.find((code) => code === error.code) ?? 'internal';
  return 'internal';
};

/** Of a refusal without a known cause the server's English is shown as it is where it holds more than the code does. */
const particulars: readonly Code[] = ['invalid-input', 'not-permitted', 'conflict', 'already-decided', 'wrong-state'];

const particular = (error: unknown, code: Code): string | undefined =>
  error instanceof ApiProblem && particulars.includes(code) ? error.detail : undefined;

/** Why the API refuses is said in words that are fetched when it does; without them its code has to do. */
const tryRefusalWords = async (onTried: () => void): Promise<void> => {
  try {
    await fetchWords('refusals');
  } catch {
    // What there is to say is said by the code of the refusal.
  }
  onTried();
};

const useRefusalWords = (error: unknown): boolean => {
  const [isTried, setTried] = useState(false);
  const isWanted = error instanceof ApiProblem && error.cause !== undefined;
  useEffect(() => {
    if (isWanted) void tryRefusalWords(() => setTried(true));
  }, [isWanted]);
  return isTried || !isWanted;
};

type Props = { error: unknown; children?: ReactNode };

/** What went wrong and what to do, in the language that is shown. Nothing for no error. */
export const ProblemNote = ({ error, children }: Props): ReactNode => {
  const { _: t } = useLingui();
  const format = useFormat();
  const isReady = useRefusalWords(error);
  if (error === null || error === undefined || !isReady) return null;
  const text = error instanceof ApiProblem ? causeText(error, { t, exists: isWordKey, format }) : undefined;
  if (text)
    return (
      <Notice tone="warn" role="alert" title={text.what}>
        <p>{text.wayOn}</p>
        {children}
      </Notice>
    );
  const code = codeOf(error);
  const detail = particular(error, code);
  return (
    <Notice tone="warn" role="alert" title={t(`shell.problem.${code}`)}>
      {detail !== undefined && (
        <p className="small" lang="en">
          {detail}
        </p>
      )}
      <p>{t(`shell.mend.${code}`)}</p>
      {children}
    </Notice>
  );
};
