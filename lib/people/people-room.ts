import { Duration } from 'aws-cdk-lib';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { uses as apiUses } from '../../lambdas/people/api.uses.ts';
import type { RoomProps } from '../room.ts';
import { policyJson } from '../stage.ts';
import { StandardFunction } from '../standards/standard-function.ts';

/** Who is signed in, and what they may do. */
export class PeopleRoom extends Construct {
  readonly api: Function;

  constructor(scope: Construct, id: string, room: RoomProps) {
    super(scope, id);
    const { stage } = room;
    this.api = new StandardFunction(this, 'Api', {
      room,
      entry: 'people/api',
      uses: apiUses,
      settings: {
        CONFIRMATION_POLICY: policyJson(stage),
        PROOF_RULES: JSON.stringify(stage.proofs),
        TOPICS: JSON.stringify(stage.topics),
      },
      timeout: Duration.seconds(29),
      impact: 'The console does not know who is signed in.',
    });
  }
}
