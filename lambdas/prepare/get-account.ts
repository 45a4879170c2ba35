import type { HttpHandler } from '../../domain/http/route.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { SesAccount } from '../../domain/ports/ses-account.ts';
import { accountView } from '../../domain/prepare/account-view.ts';
import type { SendStatistics } from '../../domain/prepare/ports/send-statistics.ts';
import type { prepareRoutes } from '../../domain/prepare/routes.ts';

type Ports = {
  account: { quota: SesAccount['quota']; statistics: () => Promise<SendStatistics> };
  /** Without the statistics the rest is still told. */
  reportUntold: (failure: unknown) => void;
  clock: Clock;
};

const statisticsOf = async ({ account, reportUntold }: Ports): Promise<SendStatistics | undefined> => {
  try {
    return await account.statistics();
  } catch (error) {
    reportUntold(error);
    return undefined;
  }
};

/** GET /account */
export const getAccount =
  (ports: Ports): HttpHandler<typeof prepareRoutes.getAccount> =>
  async () => {
    const [quota, statistics] = await Promise.all([ports.account.quota(), statisticsOf(ports)]);
    return accountView(quota, statistics, ports.clock());
  };
