import { useId, type ReactNode } from 'react';
import type { ShownState } from './state-mark.tsx';
import { lookOf, StateMark } from './state-mark.tsx';

/** `raised`: may go; `stands`: waits or has ended without a full send; `low`: nothing is set. */
export type Arm = 'stands' | 'raised' | 'low';

const degrees: Record<Arm, number> = { stands: 0, raised: -38, low: 38 };

const raised: readonly ShownState[] = ['Scheduled', 'Sending', 'Finished'];

const armOf = (state: ShownState): Arm => {
  if (state === 'Draft') return 'low';
  return raised.includes(state) ? 'raised' : 'stands';
};

export type Fact = { term: string; value: ReactNode; small?: ReactNode };

const Signal = ({ arm }: { arm: Arm }): ReactNode => (
  <svg className="signal" viewBox="0 0 56 66" aria-hidden="true">
    <path d="M6 63h20" stroke="var(--line-strong)" strokeWidth="3" strokeLinecap="round" />
    <path d="M16 63V30" stroke="var(--line-strong)" strokeWidth="4" />
    <g transform={`rotate(${degrees[arm]} 16 30)`}>
      <rect x="12" y="25" width="42" height="10" rx="5" fill="currentColor" />
      <circle cx="47" cy="30" r="2.6" fill="var(--surface)" />
    </g>
    <circle cx="16" cy="30" r="6.5" fill="var(--surface)" stroke="currentColor" strokeWidth="4" />
  </svg>
);

type Props = {
  state: ShownState;
  arm?: Arm;
  title: ReactNode;
  /** Beside the state's mark: which campaign, how often. */
  eyebrow?: ReactNode;
  /** Buttons, or who can. */
  next?: ReactNode;
  /** A deadline. */
  due?: ReactNode;
  facts?: Fact[];
  /** The state's mark is left out where a page is about several runs. */
  unmarked?: boolean;
  headingLevel?: 1 | 2;
  children?: ReactNode;
};

const Facts = ({ facts }: { facts: Fact[] }): ReactNode => (
  <dl className="facts">
    {facts.map(({ term, value, small }) => (
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

/** First on a page: one signal, one sentence, one next step; facts below. */
export const VerdictBar = (props: Props): ReactNode => {
  const { state, arm = armOf(state), title, eyebrow, next, due, facts = [], headingLevel = 1, children } = props;
  const id = useId();
  const Heading = headingLevel === 1 ? 'h1' : 'h2';
  return (
    <section className={`verdict ${lookOf(state)}`} aria-labelledby={id}>
      <div className="say">
        <Signal arm={arm} />
        <div className="what">
          {!props.unmarked && (
            <p className="eyebrow">
              <StateMark state={state} />
              {eyebrow !== undefined && <span>{eyebrow}</span>}
            </p>
          )}
          <Heading id={id}>{title}</Heading>
          {children}
        </div>
        {due !== undefined && <p className="due">{due}</p>}
        {next !== undefined && <div className="next">{next}</div>}
      </div>
      {facts.length > 0 && <Facts facts={facts} />}
    </section>
  );
};
