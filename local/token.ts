import { accessToken } from './accounts.ts';
import { runningOutputs } from './environment.ts';
import { command, Failure } from './failure.ts';
import { settings } from './settings.ts';

await command(async () => {
  const [email] = process.argv.slice(2);
  if (email === undefined)
    throw new Failure('Say whose token: npm run --silent local:token -- approver@freigabe.example');
  const here = settings();
  process.stdout.write(`${await accessToken(here, await runningOutputs(here), email)}\n`);
});
