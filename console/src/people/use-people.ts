import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type * as z from 'zod';
import { AuditRecord } from '../../../domain/model/audit-chain.ts';
import { useApi } from '../shell/api.ts';

/** Who changed whom, oldest first. */
export const usePeopleHistory = () => {
  const api = useApi();
  return useQuery({
    queryKey: ['people', 'audit'],
    queryFn: async () => api.lines('/people/audit', AuditRecord),
  });
};

type Change<S extends z.ZodType> = { path: string; schema: S; method?: 'post' | 'put' };

/** A change of people; after it the list and the history are asked for again, whether or not it worked. */
export const usePeopleChange = <S extends z.ZodType>({ path, schema, method = 'post' }: Change<S>) => {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (body: object): Promise<z.output<S>> => api[method](path, body, schema),
    onSettled: async () => {
      await queries.invalidateQueries({ queryKey: ['log', '/people'] });
      await queries.invalidateQueries({ queryKey: ['people', 'audit'] });
    },
  });
};
