import path from 'node:path';
import { Failure } from './failure.ts';

export const root = path.resolve(import.meta.dirname, '..');

/** Where one local AWS lives. A second one beside it has its own folder and its ports moved by an offset. */
export type Settings = {
  /** Holds the state of the emulator, its Python environment, logs and what was deployed. */
  home: string;
  /** Shared by all instances, because it only depends on requirements.txt. */
  venv: string;
  ports: { emulator: number; ses: number; console: number; company: number };
  emulatorUrl: string;
  /** What the Lambdas call as AWS: the emulator, or a bench's counting proxy in front of it. */
  lambdaAwsUrl: string;
  sesUrl: string;
  /** The identity provider of a company, where the stage names it. */
  companyUrl: string;
  consoleUrl: string;
  region: 'us-east-1';
  account: '000000000000';
};

const companyPort = 4581;

export const companyUrlAt = (offset: number): string => `http://127.0.0.1:${companyPort + offset}`;

/** @param offset added to each port; 0 is the instance of `npm start` */
export const settingsFor = (home: string, offset: number): Settings => {
  const ports = { emulator: 4566 + offset, ses: 4579 + offset, console: 5173 + offset, company: companyPort + offset };
  return {
    home: path.resolve(root, home),
    venv: path.join(root, '.local/venv'),
    ports,
    emulatorUrl: `http://127.0.0.1:${ports.emulator}`,
    lambdaAwsUrl: `http://127.0.0.1:${ports.emulator}`,
    sesUrl: `http://127.0.0.1:${ports.ses}`,
    companyUrl: companyUrlAt(offset),
    consoleUrl: `http://127.0.0.1:${ports.console}`,
    region: 'us-east-1',
    account: '000000000000',
  };
};

/** FREIGABE_PORT_OFFSET, so that two checkouts can run and test side by side. @throws Failure */
export const portOffset = (): number => {
  const offset = Number(process.env['FREIGABE_PORT_OFFSET'] ?? 0);
  if (!Number.isInteger(offset) || offset < 0 || offset > 50_000)
    throw new Failure('FREIGABE_PORT_OFFSET must be a whole number from 0 to 50000.');
  return offset;
};

/** From FREIGABE_HOME (a folder) and FREIGABE_PORT_OFFSET, for a second instance beside the first. */
export const settings = (): Settings => settingsFor(process.env['FREIGABE_HOME'] ?? '.local/aws', portOffset());

/** Environment of everything that talks to the local AWS: fixed, so that nothing can reach a real account. */
export const localAwsEnvironment = ({ emulatorUrl, region }: Settings): Record<string, string> => ({
  AWS_ENDPOINT_URL: emulatorUrl,
  AWS_ACCESS_KEY_ID: 'test',
  AWS_SECRET_ACCESS_KEY: 'test',
  AWS_REGION: region,
  AWS_DEFAULT_REGION: region,
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_CONFIG_FILE: '/dev/null',
  AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
});

/** What an SDK client needs to talk to the local AWS. */
export const clientSettings = ({ emulatorUrl, region }: Settings) => ({
  endpoint: emulatorUrl,
  region,
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
});
