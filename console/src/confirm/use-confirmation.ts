import { useQuery } from '@tanstack/react-query';
import type { ConfirmationView } from '../../../domain/confirm/api.ts';
import { useApi } from '../shell/api.ts';
import { confirmationKey } from './use-decision.ts';

/** What a mailed link shows; looking changes nothing. Asked again while it is open, so that a decision of others shows. */
export const useConfirmation = (linkId: string) => {
  const api = useApi();
  return useQuery({
    queryKey: confirmationKey(linkId),
    queryFn: async () => api.get<ConfirmationView>(`/confirmations/${encodeURIComponent(linkId)}`),
    refetchInterval: ({ state }) => (state.data?.fate === 'open' ? 5000 : false),
  });
};
