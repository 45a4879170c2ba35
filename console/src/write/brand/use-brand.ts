import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { AuditRecord } from '../../../../domain/model/audit-chain.ts';
import type { BrandInput } from '../../../../domain/model/brand.ts';
import type { BrandView, MailBrand } from '../../../../domain/write/brand-routes.ts';
import { useApi } from '../../shell/api.ts';

const brandKey = ['brand'];

export const useBrandView = () => {
  const api = useApi();
  return useQuery({ queryKey: [...brandKey, 'view'], queryFn: async () => api.get<BrandView>('/brand') });
};

/** The brand that new contents take; none, too, where it cannot be read or is not there yet: nobody waits for it to write. */
export const useBrand = (): MailBrand | undefined => useBrandView().data?.brand ?? undefined;

/** Who changed it, oldest first. */
export const useBrandHistory = () => {
  const api = useApi();
  return useQuery({
    queryKey: [...brandKey, 'audit'],
    queryFn: async () => api.lines<AuditRecord>('/brand/audit'),
  });
};

/** Sets it, or takes it away; afterwards brand and history are asked for again, whether or not it worked. */
export const useSaveBrand = () => {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (edit: { version: number; brand: BrandInput | null }) => api.put<BrandView>('/brand', edit),
    onSettled: async () => queries.invalidateQueries({ queryKey: brandKey }),
  });
};
