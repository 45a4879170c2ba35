import { Duration } from 'aws-cdk-lib';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { uses as apiUses } from '../../lambdas/audience/api.uses.ts';
import { uses as signUpUses } from '../../lambdas/audience/sign-up.uses.ts';
import { uses as unsubscribeUses } from '../../lambdas/audience/unsubscribe.uses.ts';
import type { RoomProps } from '../room.ts';
import type { SignUpRules } from '../../domain/audience/sign-up-rules.ts';
import { StandardFunction } from '../standards/standard-function.ts';

/** Lists of profiles, imports, and the unsubscribe link. */
export class AudienceRoom extends Construct {
  readonly api: Function;
  /** Answers what the links of a mail lead to, and nothing else. */
  readonly unsubscribe: Function;
  /** Takes sign-ups of people without an account; undefined: the stage has none. */
  readonly signUp: Function | undefined;

  constructor(scope: Construct, id: string, room: RoomProps) {
    super(scope, id);
    this.api = new StandardFunction(this, 'Api', {
      room,
      entry: 'audience/api',
      uses: apiUses,
      settings: { TOPICS: JSON.stringify(room.stage.topics) },
      timeout: Duration.seconds(29),
      memorySize: 1024,
      impact: 'Nobody can import profiles, or look at one.',
    });
    this.unsubscribe = new StandardFunction(this, 'Unsubscribe', {
      room,
      entry: 'audience/unsubscribe',
      uses: unsubscribeUses,
      settings: { TOPICS: JSON.stringify(room.stage.topics), TRACK_UNKNOWN: String(room.stage.trackUnknown) },
      timeout: Duration.seconds(29),
      reserved: room.stage.reservedConcurrency?.unsubscribe,
      impact: 'Recipients cannot unsubscribe.',
    });
    this.signUp = room.stage.signUp && this.makeSignUp(room, room.stage.signUp);
  }

  private makeSignUp(room: RoomProps, rules: SignUpRules): Function {
    const { stage } = room;
    return new StandardFunction(this, 'SignUp', {
      room,
      entry: 'audience/sign-up',
      uses: signUpUses,
      settings: {
        CONSOLE_URL: stage.consoleUrl,
        SIGN_UP: JSON.stringify(rules),
        TOPICS: JSON.stringify(stage.topics),
      },
      timeout: Duration.seconds(29),
      reserved: stage.reservedConcurrency?.signUp,
      impact: 'Nobody can sign up by the form.',
    });
  }
}
