import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { UsingCampaign } from '../../../domain/audience/lists.ts';

/** The campaigns that use a list or a segment. `none`: what is said when there are none. */
export const UsingCampaigns = ({
  campaigns,
  none,
}: {
  campaigns: readonly UsingCampaign[];
  none: string;
}): ReactNode => {
  if (campaigns.length === 0) return <p className="muted">{none}</p>;
  return (
    <ul>
      {campaigns.map(({ id, name }) => (
        <li key={id}>
          <Link to={`/campaigns/${encodeURIComponent(id)}`}>{name}</Link>
        </li>
      ))}
    </ul>
  );
};
