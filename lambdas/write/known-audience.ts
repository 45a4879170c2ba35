import type { AudienceFilter, Condition } from '../../domain/model/audience-filter.ts';
import { refuseUnknown, type NamedAudiencePorts } from '../../domain/model/named-audience.ts';

type Asked = { body: { filter?: AudienceFilter | undefined; also?: Condition | undefined } };

/** Lets a campaign be saved, or copied, only by segments and runs that are there. */
export const ofKnownAudience =
  <Request extends Asked, Answer>(ports: NamedAudiencePorts, save: (request: Request) => Promise<Answer>) =>
  async (request: Request): Promise<Answer> => {
    const { filter, also } = request.body;
    await refuseUnknown(ports, [...(filter?.conditions ?? []), ...(also ? [also] : [])]);
    return save(request);
  };
