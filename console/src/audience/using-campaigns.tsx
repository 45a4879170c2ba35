import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { UsingCampaign } from '../../../domain/audience/lists.ts';

const Users = ({ of, users }: { of: 'campaigns' | 'segments'; users: readonly UsingCampaign[] }): ReactNode => (
  <ul>
    {users.map(({ id, name }) => (
      <li key={id}>
        <Link to={`/${of}/${encodeURIComponent(id)}`}>{name}</Link>
      </li>
    ))}
  </ul>
);

/** The campaigns that use a list or a segment. `none`: what is said when there are none. */
export const UsingCampaigns = ({ campaigns, none }: { campaigns: readonly UsingCampaign[]; none: string }): ReactNode =>
  campaigns.length === 0 ? <p className="muted">{none}</p> : <Users of="campaigns" users={campaigns} />;

/** The segments that use a list. */
export const UsingSegments = ({ segments }: { segments: readonly UsingCampaign[] }): ReactNode => (
  <Users of="segments" users={segments} />
);
