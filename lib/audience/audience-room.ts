import { Duration } from 'aws-cdk-lib';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { uses as apiUses } from '../../lambdas/audience/api.uses.ts';
import type { RoomProps } from '../room.ts';
import { StandardFunction } from '../standards/standard-function.ts';

/** Lists of profiles, imports, and the unsubscribe link. */
export class AudienceRoom extends Construct {
  readonly api: Function;

  constructor(scope: Construct, id: string, room: RoomProps) {
    super(scope, id);
    this.api = new StandardFunction(this, 'Api', {
      room,
      entry: 'audience/api',
      uses: apiUses,
      settings: { TOPICS: JSON.stringify(room.stage.topics) },
      timeout: Duration.seconds(29),
      memorySize: 1024,
      impact: 'Recipients cannot unsubscribe, and nobody can import profiles.',
    });
  }
}
