import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { DecisionRequest } from '../../../domain/confirm/api.ts';
import type { Acknowledgement } from '../../../domain/model/run.ts';
import type { RunView } from '../../../domain/model/run-view.ts';
import { useApi } from '../shell/api.ts';
import { runKey } from '../shell/run-query.ts';

/** What a decision is about: a run, and the mailed link when it came by one. */
export type Subject = { run: RunView; manifestHash: string; linkId?: string | undefined };

/** Something that whoever confirms has to know of. */
export type Warning = { code: Acknowledgement; title: string };

export const confirmationKey = (linkId: string): [string, string] => ['confirmation', linkId];

/** Looks at the run and the link anew. */
export const useLoadAgain = ({ run, linkId }: Subject): (() => void) => {
  const queries = useQueryClient();
  return () => {
    void queries.invalidateQueries({ queryKey: runKey(run.id) });
    if (linkId !== undefined) void queries.invalidateQueries({ queryKey: confirmationKey(linkId) });
  };
};

type Given = Pick<DecisionRequest, 'decision'> & Partial<Pick<DecisionRequest, 'acknowledged'>> & { reason: string };

/** Confirms or rejects exactly what was shown: the fingerprint goes with the decision. */
export const useDecision = (subject: Subject) => {
  const api = useApi();
  const queries = useQueryClient();
  const loadAgain = useLoadAgain(subject);
  const { run, manifestHash, linkId } = subject;
  const path =
    linkId === undefined
      ? `/runs/${encodeURIComponent(run.id)}/decision`
      : `/confirmations/${encodeURIComponent(linkId)}`;
  return useMutation({
    mutationFn: async ({ decision, reason, acknowledged = [] }: Given) => {
      const request: DecisionRequest = {
        decision,
        manifestHash,
        acknowledged,
        ...(reason.trim() !== '' && { reason: reason.trim() }),
      };
      return api.post<RunView>(path, request);
    },
    onSuccess: (decided) => {
      queries.setQueryData(runKey(decided.id), decided);
      loadAgain();
    },
  });
};
