import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type * as z from 'zod';
import { AuditRecord } from '../../../domain/model/audit-chain.ts';
import { WebhookList, type WebhookView } from '../../../domain/people/webhook-api.ts';
import { useApi } from '../shell/api.ts';

export const useWebhooks = () => {
  const api = useApi();
  return useQuery({ queryKey: ['webhooks', 'list'], queryFn: async () => api.get('/webhooks', WebhookList) });
};

/** Who changed which, oldest first. */
export const useWebhookHistory = () => {
  const api = useApi();
  return useQuery({
    queryKey: ['webhooks', 'audit'],
    queryFn: async () => api.lines('/webhooks/audit', AuditRecord),
  });
};

export const webhookPath = ({ id }: Pick<WebhookView, 'id'>, what?: string): string =>
  `/webhooks/${encodeURIComponent(id)}${what === undefined ? '' : `/${what}`}`;

type Change<S extends z.ZodType> = { path: string; schema: S; method?: 'post' | 'put' };

/** A change of webhooks; after it the list and the history are asked for again, whether or not it worked. */
export const useWebhookChange = <S extends z.ZodType>({ path, schema, method = 'post' }: Change<S>) => {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (body: object): Promise<z.output<S>> => api[method](path, body, schema),
    onSettled: async () => queries.invalidateQueries({ queryKey: ['webhooks'] }),
  });
};
