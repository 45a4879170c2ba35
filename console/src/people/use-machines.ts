import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Machines, MachineView } from '../../../domain/people/machine-api.ts';
import { useApi } from '../shell/api.ts';

export const useMachines = () => {
  const api = useApi();
  return useQuery({ queryKey: ['machines'], queryFn: async () => api.get<Machines>('/machines') });
};

export const machinePath = ({ id }: Pick<MachineView, 'id'>, what?: string): string =>
  `/machines/${encodeURIComponent(id)}${what === undefined ? '' : `/${what}`}`;

type Change = { path: string; method?: 'post' | 'put' };

/** A change of machines; after it the list and the history of people are asked for again, whether or not it worked. */
export const useMachineChange = <Answer>({ path, method = 'post' }: Change) => {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (body: object) => api[method]<Answer>(path, body),
    onSettled: async () => {
      await queries.invalidateQueries({ queryKey: ['machines'] });
      await queries.invalidateQueries({ queryKey: ['people'] });
    },
  });
};
