import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { AuditRecord } from '../../../domain/model/audit-chain.ts';
import type { MailDifference, RunConditions, RunDifference, ReassignRequest } from '../../../domain/confirm/api.ts';
import type { RunView } from '../../../domain/model/run-view.ts';
import { useApi } from '../shell/api.ts';
import { runKey } from '../shell/run-query.ts';

const pathOf = (runId: string, what: string): string => `/runs/${encodeURIComponent(runId)}/${what}`;

/** Asked again whenever the run has moved: `version` is part of the key. */
export const useHistory = ({ id, version }: Pick<RunView, 'id' | 'version'>) => {
  const api = useApi();
  return useQuery({
    queryKey: ['history', id, version],
    queryFn: async () => api.lines<AuditRecord>(pathOf(id, 'audit')),
  });
};

/** What was frozen never changes, so it is asked once. */
export const useDifference = (runId: string) => {
  const api = useApi();
  return useQuery({
    queryKey: ['difference', runId],
    queryFn: async () => api.get<RunDifference>(pathOf(runId, 'difference')),
    staleTime: Infinity,
  });
};

export const useConditions = (runId: string) => {
  const api = useApi();
  return useQuery({
    queryKey: ['conditions', runId],
    queryFn: async () => api.get<RunConditions>(pathOf(runId, 'conditions')),
    staleTime: Infinity,
  });
};

/** The one before stays until the next is there. */
export const useMailDifference = (runId: string, message: number) => {
  const api = useApi();
  return useQuery({
    queryKey: ['mail-difference', runId, message],
    queryFn: async () => api.get<MailDifference>(pathOf(runId, `mail-difference?message=${message}`)),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
};

const useChange = <Body>(runId: string, what: 'withdraw' | 'approvers') => {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (body: Body) => api.post<RunView>(pathOf(runId, what), body),
    onSuccess: (run) => queries.setQueryData(runKey(run.id), run),
    // A refusal mostly means that the run has moved on.
    onError: async () => queries.invalidateQueries({ queryKey: runKey(runId) }),
  });
};

export const useWithdraw = (runId: string) => useChange<{ reason?: string }>(runId, 'withdraw');
export const useReassign = (runId: string) => useChange<ReassignRequest>(runId, 'approvers');
