/** `09:30` as minutes of a day. */
export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const timeOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

export type Times = { times?: string[] | undefined; window?: { every: number; from: string; to: string } | undefined };

/** The times of day that are meant, ascending: those of the list, or those of the window, its end included. */
export const timesOf = ({ times = [], window }: Times): string[] => {
  if (!window) return times.toSorted((one, other) => one.localeCompare(other));
  const [from, to] = [minutesOf(window.from), minutesOf(window.to)];
  return Array.from({ length: Math.floor((to - from) / window.every) + 1 }, (_, index) =>
    timeOf(from + index * window.every),
  );
};
