import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Failure } from '../local/failure.ts';
import { readStage, type StageSettings } from '../lib/stage.ts';

/** The settings of stages/NAME.json. @throws Failure in one line for one that is not there or not right */
export const stageNamed = (name: string): StageSettings => {
  const file = path.join(import.meta.dirname, `../stages/${name}.json`);
  try {
    return readStage(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    throw new Failure(error instanceof Error ? error.message : 'The stage file cannot be read.');
  }
};
