import type { KeyboardEvent } from 'react';

/** Which way an arrow key goes; 0: it is none. */
export const stepOf = (key: string): 1 | -1 | 0 => (key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0);

const stops = '[data-path], [data-stop]';

/** Among the heads of the blocks, in the order in which they are shown, and what adds one where none can be gone to. */
export const goTo = (event: KeyboardEvent<HTMLElement>, step: 1 | -1): void => {
  const from = event.currentTarget;
  const all = [...(from.closest('.blocks')?.querySelectorAll<HTMLElement>(stops) ?? [])];
  event.preventDefault();
  all[all.indexOf(from) + step]?.focus();
};

/** For what does nothing else with arrow keys. */
export const goByArrows = (event: KeyboardEvent<HTMLElement>): void => {
  const step = stepOf(event.key);
  if (step !== 0) goTo(event, step);
};
