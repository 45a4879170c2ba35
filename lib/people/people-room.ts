import { Duration } from 'aws-cdk-lib';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { uses as apiUses } from '../../lambdas/people/api.uses.ts';
import { uses as manageUses } from '../../lambdas/people/manage.uses.ts';
import type { RoomProps } from '../room.ts';
import { policyJson } from '../stage.ts';
import { StandardFunction } from '../standards/standard-function.ts';

/** Who is signed in, what they may do, and who may be. */
export class PeopleRoom extends Construct {
  readonly api: Function;
  /** The one function that may change the user pool. */
  readonly manage: Function;

  constructor(scope: Construct, id: string, room: RoomProps) {
    super(scope, id);
    const { stage } = room;
    this.api = new StandardFunction(this, 'Api', {
      room,
      entry: 'people/api',
      uses: apiUses,
      settings: {
        LOGS: stage.logs,
        CONFIRMATION_POLICY: policyJson(stage),
        PROOF_RULES: JSON.stringify(stage.proofs),
        TOPICS: JSON.stringify(stage.topics),
      },
      timeout: Duration.seconds(29),
      impact: 'The console does not know who is signed in.',
    });
    this.manage = new StandardFunction(this, 'Manage', {
      room,
      entry: 'people/manage',
      uses: manageUses,
      settings: { CONSOLE_URL: stage.consoleUrl, APPROVAL_SENDER: stage.approvalSender },
      timeout: Duration.seconds(29),
      impact: 'Nobody can be invited, changed or removed, and nobody can end all sign-ins of their own.',
    });
  }
}
