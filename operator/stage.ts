import { existsSync } from 'node:fs';
import path from 'node:path';
import { localStage } from '../local/deploy.ts';
import { Failure } from '../local/failure.ts';
import { settings } from '../local/settings.ts';
import { readStage, readStageFile, type StageSettings } from '../lib/stage.ts';

/** The name in `-c stage=NAME`, as the CDK reads it; undefined: other words. */
export const stageNameIn = (context: string | undefined): string | undefined =>
  /^stage=([a-z][a-z0-9-]*)$/.exec(context ?? '')?.[1];

const fileOf = (name: string): string => {
  const file = path.join(import.meta.dirname, `../stages/${name}.json`);
  if (existsSync(file)) return file;
  throw new Failure(
    `There is no stages/${name}.json: copy stages/example.json, or take the name of another file there.`,
  );
};

/** The local stage is where the runner of FREIGABE_HOME and FREIGABE_PORT_OFFSET put it; every other one is its file. @throws Failure */
export const stageNamed = (name: string): StageSettings => {
  const file = name === 'local' ? undefined : fileOf(name);
  try {
    return file === undefined ? readStage(localStage(settings())) : readStageFile(file);
  } catch (error) {
    throw new Failure(error instanceof Error ? error.message : 'The stage file cannot be read.');
  }
};

/** What clients of the SDK need to reach the account of a stage, and its SES: for the local one always the local AWS, else who is signed in. */
export const clientSettingsOf = ({ region, local }: Pick<StageSettings, 'region' | 'local'>) => {
  const at = (endpoint: string | undefined) => ({
    region,
    ...(endpoint !== undefined && { endpoint, credentials: { accessKeyId: 'test', secretAccessKey: 'test' } }),
  });
  return { aws: at(local?.awsEndpoint), ses: at(local?.sesEndpoint) };
};
