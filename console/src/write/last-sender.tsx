import { useLingui } from '@lingui/react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Sender } from '../../../domain/model/sender.ts';
import type { CampaignDetail, CampaignPage } from '../../../domain/write/api.ts';
import type * as z from 'zod';
import type { FormPart } from '../form/form-fields.tsx';
import { useApi } from '../shell/api.ts';

/** Whom the newest campaign is from: its address is likely to be one that SES takes. */
const useLastSender = (isWanted: boolean) => {
  const api = useApi();
  return useQuery({
    queryKey: ['last-sender'],
    queryFn: async (): Promise<z.infer<typeof Sender> | null> => {
      const [newest] = (await api.get<CampaignPage>('/campaigns?limit=1')).items;
      if (!newest) return null;
      return (await api.get<CampaignDetail>(`/campaigns/${encodeURIComponent(newest.campaign.id)}`)).campaign.sender;
    },
    enabled: isWanted,
    retry: false,
  });
};

/** Fills in the sender of the newest campaign, where none is written yet. */
export const LastSender = ({ draft, onChange }: FormPart): ReactNode => {
  const { _: t } = useLingui();
  const isEmpty = draft.senderName === '' && draft.senderAddress === '';
  const { data: sender } = useLastSender(isEmpty);
  if (!isEmpty || !sender) return null;
  const { name, address } = sender;
  return (
    <p>
      <button className="btn slim" type="button" onClick={() => onChange({ senderName: name, senderAddress: address })}>
        {t('prepare.form.lastSender', { name, address })}
      </button>
    </p>
  );
};
