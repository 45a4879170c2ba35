import { Duration } from 'aws-cdk-lib';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { uses as apiUses } from '../../lambdas/audience/api.uses.ts';
import { uses as concludeImportUses } from '../../lambdas/audience/conclude-import.uses.ts';
import { uses as cutImportUses } from '../../lambdas/audience/cut-import.uses.ts';
import { uses as importChunkUses } from '../../lambdas/audience/import-chunk.uses.ts';
import { uses as segmentsUses } from '../../lambdas/audience/segments.uses.ts';
import { uses as signUpUses } from '../../lambdas/audience/sign-up.uses.ts';
import { uses as unsubscribeUses } from '../../lambdas/audience/unsubscribe.uses.ts';
import { uses as viewMailUses } from '../../lambdas/audience/view-mail.uses.ts';
import type { RoomProps } from '../room.ts';
import type { SignUpRules } from '../../domain/audience/sign-up-rules.ts';
import { ImportMachine } from './import-machine.ts';
import { StandardFunction } from '../standards/standard-function.ts';

/** Lists of profiles, imports, and what the links of a mail lead to. */
export class AudienceRoom extends Construct {
  readonly api: Function;
  readonly segments: Function;
  /** Answers what the unsubscribe links lead to, and nothing else. */
  readonly unsubscribe: Function;
  /** Shows mails in a browser, and nothing else. */
  readonly viewMail: Function;
  /** Takes sign-ups of people without an account; undefined: the stage has none. */
  readonly signUp: Function | undefined;
  /** What the machine of imports invokes. */
  readonly steps: Function[];
  /** Imports of uploaded files. */
  readonly imports: StateMachine;

  constructor(scope: Construct, id: string, room: RoomProps) {
    super(scope, id);
    this.api = new StandardFunction(this, 'Api', {
      room,
      entry: 'audience/api',
      uses: apiUses,
      settings: {
        TOPICS: JSON.stringify(room.stage.topics),
        IMPORTS_DAYS: String(room.stage.retention.importsDays),
      },
      timeout: Duration.seconds(29),
      // A workbook is looked at as a whole, by a whole CPU.
      memorySize: 1769,
      impact: 'Nobody can import profiles, or look at one.',
    });
    this.segments = new StandardFunction(this, 'Segments', {
      room,
      entry: 'audience/segments',
      uses: segmentsUses,
      settings: { AUDIENCE_DAYS: String(room.stage.audienceDays) },
      timeout: Duration.seconds(29),
      memorySize: 1024,
      impact: 'Segments cannot be seen, changed or counted.',
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
    this.viewMail = new StandardFunction(this, 'ViewMail', {
      room,
      entry: 'audience/view-mail',
      uses: viewMailUses,
      settings: { CONSOLE_URL: room.stage.consoleUrl },
      timeout: Duration.seconds(29),
      memorySize: 512,
      impact: 'Recipients cannot view their mails in a browser.',
    });
    this.signUp = room.stage.signUp && this.makeSignUp(room, room.stage.signUp);
    const steps = this.makeSteps(room);
    this.steps = Object.values(steps);
    const name = room.names.importMachineName;
    this.imports = new ImportMachine(this, 'Import', { stage: room.stage, name, ...steps }).machine;
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

  private makeSteps(room: RoomProps) {
    const cutImport = new StandardFunction(this, 'CutImport', {
      room,
      entry: 'audience/cut-import',
      uses: cutImportUses,
      timeout: Duration.minutes(15),
      // A whole CPU: a file is read by one (https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html).
      memorySize: 1769,
      impact: 'Uploaded files are not read.',
    });
    const importChunk = new StandardFunction(this, 'ImportChunk', {
      room,
      entry: 'audience/import-chunk',
      uses: importChunkUses,
      timeout: Duration.minutes(15),
      memorySize: 1769,
      impact: 'Uploaded files are read and not written.',
    });
    const concludeImport = new StandardFunction(this, 'ConcludeImport', {
      room,
      entry: 'audience/conclude-import',
      uses: concludeImportUses,
      timeout: Duration.minutes(5),
      memorySize: 1024,
      impact: 'Uploaded files are written and do not count.',
    });
    return { cutImport, importChunk, concludeImport };
  }
}
