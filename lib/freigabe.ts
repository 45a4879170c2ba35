import type { App, StackProps } from 'aws-cdk-lib';
import { AppStack } from './app-stack.ts';
import { guardAudit } from './audit-guard.ts';
import { ConsoleStack } from './console-stack.ts';
import { DataStack } from './data-stack.ts';
import type { StageSettings } from './stage.ts';

/** The table of contents: data that outlives everything, the app, and the console in front of it. */
export class Freigabe {
  readonly data: DataStack;
  readonly app: AppStack;
  readonly console: ConsoleStack | undefined;

  /** @param site folder of the built console; the local stage needs none */
  constructor(scope: App, stage: StageSettings, site: string) {
    const env = { account: stage.account, region: stage.region };
    const props = (what: string): StackProps => ({
      env,
      description: `Freigabe ${stage.name}: ${what}`,
      tags: { application: 'freigabe', stage: stage.name },
    });
    this.data = new DataStack(scope, `Freigabe-${stage.name}-data`, { ...props('data and people'), stage });
    this.app = new AppStack(scope, `Freigabe-${stage.name}-app`, {
      ...props('the rooms'),
      stage,
      data: this.data,
    });
    guardAudit(this.app, this.data.campaigns);
    this.console = stage.local
      ? undefined
      : new ConsoleStack(scope, `Freigabe-${stage.name}-console`, {
          ...props('console'),
          stage,
          data: this.data,
          app: this.app,
          site,
        });
  }
}
