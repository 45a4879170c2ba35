import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type * as z from 'zod';
import { Machines, type MachineView } from '../../../domain/people/machine-api.ts';
import { useApi } from '../shell/api.ts';

export const useMachines = () => {
  const api = useApi();
  return useQuery({ queryKey: ['machines'], queryFn: async () => api.get('/machines', Machines) });
};

export const machinePath = ({ id }: Pick<MachineView, 'id'>, what?: string): string =>
  `/machines/${encodeURIComponent(id)}${what === undefined ? '' : `/${what}`}`;

type Change<S extends z.ZodType> = { path: string; schema: S; method?: 'post' | 'put' };

/** A change of machines; after it the list and the history of people are asked for again, whether or not it worked. */
export const useMachineChange = <S extends z.ZodType>({ path, schema, method = 'post' }: Change<S>) => {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (body: object): Promise<z.output<S>> => api[method](path, body, schema),
    onSettled: async () => {
      await queries.invalidateQueries({ queryKey: ['machines'] });
      await queries.invalidateQueries({ queryKey: ['people'] });
    },
  });
};
