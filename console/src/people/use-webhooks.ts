import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { AuditRecord } from '../../../domain/model/audit-chain.ts';
import type { WebhookList, WebhookView } from '../../../domain/people/webhook-api.ts';
import { useApi } from '../shell/api.ts';

export const useWebhooks = () => {
  const api = useApi();
  return useQuery({ queryKey: ['webhooks', 'list'], queryFn: async () => api.get<WebhookList>('/webhooks') });
};

/** Who changed which, oldest first. */
export const useWebhookHistory = () => {
  const api = useApi();
  return useQuery({
    queryKey: ['webhooks', 'audit'],
    queryFn: async () => api.lines<AuditRecord>('/webhooks/audit'),
  });
};

export const webhookPath = ({ id }: Pick<WebhookView, 'id'>, what?: string): string =>
  `/webhooks/${encodeURIComponent(id)}${what === undefined ? '' : `/${what}`}`;

type Change = { path: string; method?: 'post' | 'put' };

/** A change of webhooks; after it the list and the history are asked for again, whether or not it worked. */
export const useWebhookChange = <Answer>({ path, method = 'post' }: Change) => {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (body: object) => api[method]<Answer>(path, body),
    onSettled: async () => queries.invalidateQueries({ queryKey: ['webhooks'] }),
  });
};
