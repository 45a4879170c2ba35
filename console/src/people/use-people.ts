import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { AuditRecord } from '../../../domain/model/audit-chain.ts';
import { useApi } from '../shell/api.ts';

/** Who changed whom, oldest first. */
export const usePeopleHistory = () => {
  const api = useApi();
  return useQuery({
    queryKey: ['people', 'audit'],
    queryFn: async () => api.lines<AuditRecord>('/people/audit'),
  });
};

type Change = { path: string; method?: 'post' | 'put' };

/** A change of people; after it the list and the history are asked for again, whether or not it worked. */
export const usePeopleChange = <Answer>({ path, method = 'post' }: Change) => {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (body: object) => api[method]<Answer>(path, body),
    onSettled: async () => {
      await queries.invalidateQueries({ queryKey: ['log', '/people'] });
      await queries.invalidateQueries({ queryKey: ['people', 'audit'] });
    },
  });
};
