import { Duration } from 'aws-cdk-lib';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { uses as previewUses } from '../../lambdas/write/preview.uses.ts';
import { uses as apiUses } from '../../lambdas/write/api.uses.ts';
import type { RoomProps } from '../room.ts';
import { policyJson } from '../stage.ts';
import { StandardFunction } from '../standards/standard-function.ts';

/** Campaigns and their content. */
export class WriteRoom extends Construct {
  readonly api: Function;
  /** Compiles MJML, which is larger than all else that an API has. */
  readonly preview: Function;

  constructor(scope: Construct, id: string, room: RoomProps) {
    super(scope, id);
    this.api = new StandardFunction(this, 'Api', {
      room,
      entry: 'write/api',
      uses: apiUses,
      settings: {
        CONFIRMATION_POLICY: policyJson(room.stage),
        TOPICS: JSON.stringify(room.stage.topics),
        CONSOLE_URL: room.stage.consoleUrl,
      },
      timeout: Duration.seconds(29),
      memorySize: 1024,
      impact: 'Nobody can work on campaigns.',
    });
    this.preview = new StandardFunction(this, 'Preview', {
      room,
      entry: 'write/preview',
      uses: previewUses,
      settings: { CONSOLE_URL: room.stage.consoleUrl },
      timeout: Duration.seconds(29),
      memorySize: 1769,
      impact: 'Whoever writes a campaign does not see the mail beside it.',
    });
  }
}
