import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { Campaign } from '../../../domain/model/campaign.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { useCopyCampaign } from './campaign-queries.ts';

/** The API takes no longer name. */
const NAME_LENGTH = 100;

/** Makes a draft of the same content and audience, and opens its form: it has no schedule yet. */
export const CopyButton = ({ campaign: { id, name } }: { campaign: Campaign }): ReactNode => {
  const { _: t } = useLingui();
  const navigate = useNavigate();
  const copying = useCopyCampaign(id);
  const named = t('prepare.copyOf', { name }).slice(0, NAME_LENGTH).trim();
  return (
    <>
      <button
        className="btn"
        type="button"
        disabled={copying.isPending}
        onClick={() =>
          copying.mutate({ name: named }, { onSuccess: (copy) => void navigate(`/campaigns/${copy.id}/edit`) })
        }
      >
        {t(copying.isPending ? 'prepare.copying' : 'prepare.copy')}
      </button>
      <ProblemNote error={copying.error} />
    </>
  );
};
