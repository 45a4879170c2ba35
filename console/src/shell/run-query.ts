import { useQuery } from '@tanstack/react-query';
import { hasEnded } from '../../../domain/model/run-end.ts';
import type { RunView } from '../../../domain/model/run-view.ts';
import { useApi } from './api.ts';

/** The key of a run in the cache; a room that changed the run invalidates it or sets the new view. */
export const runKey = (id: string): [string, string] => ['run', id];

/** A scheduled run whose start is near or past is about to change. */
const startsSoon = ({ state, startAt }: RunView): boolean =>
  state === 'Scheduled' && startAt !== null && Date.parse(startAt) < Date.now() + 30_000;

const pollEvery = (run: RunView | undefined): number | false => {
  if (!run) return false;
  if (hasEnded(run)) return false;
  return run.state === 'Preparing' || run.state === 'Sending' || startsSoon(run) ? 1000 : 5000;
};

/** The run as it is now; asked again each second while it moves by itself, until it has ended. */
export const useRun = (id: string) => {
  const api = useApi();
  return useQuery({
    queryKey: runKey(id),
    queryFn: async () => api.get<RunView>(`/runs/${encodeURIComponent(id)}`),
    refetchInterval: ({ state }) => pollEvery(state.data),
  });
};
