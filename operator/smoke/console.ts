import { Me } from '../../domain/people/api.ts';
import * as z from 'zod';
import { Api } from '../../local/demo/api.ts';
import type { Deployed } from './deployed.ts';
import { failed, ok, type Line } from './line.ts';

const Config = z.object({ clientId: z.string() });
const mend = 'docs/deploy.md, "Deploy": the host name leads to ConsoleDomain, and "consoleUrl" names it.';

/** Whether people who open the console's address come to this stage: its pages, and the API behind the same host. */
export const consoleLine = async ({ stage, UserPoolClientId }: Deployed, token: string): Promise<Line> => {
  const { consoleUrl } = stage;
  try {
    const answer = await fetch(`${consoleUrl}/config.json`);
    const { clientId } = Config.parse(await answer.json());
    if (clientId !== UserPoolClientId) return failed('console', `${consoleUrl} is the console of another stage`, mend);
    await new Api(`${consoleUrl}/api`, token).get('/me', Me);
    return ok('console', `${consoleUrl} serves it, and the API below it`);
  } catch {
    return failed('console', `${consoleUrl} does not serve it, or not the API below it`, mend);
  }
};
