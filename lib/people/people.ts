import { Duration } from 'aws-cdk-lib';
import {
  AccountRecovery,
  ClientAttributes,
  CfnUserPoolGroup,
  FeaturePlan,
  Mfa,
  OAuthScope,
  UserPool,
  UserPoolClient,
  UserPoolResourceServer,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { machineScopes, RESOURCE_SERVER, type MachineScope } from '../../domain/people/machine.ts';
import { roles, type Role } from '../../domain/people/people.ts';
import { removalPolicy, type StageSettings } from '../stage.ts';

const descriptions: Record<Role, string> = {
  'prepare-deliveries': 'Prepare deliveries: writes, prepares, sends proofs; cannot confirm',
  'start-deliveries': 'Start deliveries: confirms, pauses, resumes, stops',
  administration: 'Administration: operates the application; cannot confirm by this alone',
};

const scopeDescriptions: Record<MachineScope, string> = {
  look: 'Sees campaigns, runs and lists; no recipients',
  prepare: 'Creates and changes campaigns and prepares runs; cannot confirm',
  audience: 'Reads and writes profiles, lists and imports',
  figures: 'Reads figures',
};

const factors = { off: Mfa.OFF, optional: Mfa.OPTIONAL, required: Mfa.REQUIRED };

/**
 * What people may change of themselves by a token of the console. Cognito takes no list without an attribute that the
 * pool requires (github.com/aws/aws-cdk/issues/2608): the address stays what it was until the new one is proven.
 */
const writable = new ClientAttributes().withStandardAttributes({ email: true, fullname: true, locale: true });

/** Who may sign in, and the three roles. People are invited by an administrator; nobody signs up. */
export class People extends Construct {
  readonly pool: UserPool;
  readonly client: UserPoolClient;
  /** First label of the host of the sign-in pages. */
  readonly domainPrefix: string;

  constructor(scope: Construct, id: string, props: { stage: StageSettings }) {
    super(scope, id);
    const { stage } = props;
    this.pool = new UserPool(this, 'Pool', {
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      standardAttributes: {
        email: { required: true, mutable: true },
        fullname: { mutable: true },
        locale: { mutable: true },
      },
      passwordPolicy: {
        minLength: 12,
        requireDigits: true,
        requireLowercase: true,
        requireUppercase: true,
        requireSymbols: true,
      },
      // A new address is the account's only after its owner answered from it.
      keepOriginal: { email: true },
      mfa: factors[stage.signIn.mfa],
      ...(stage.signIn.mfa !== 'off' && { mfaSecondFactor: { sms: false, otp: true } }),
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      featurePlan: FeaturePlan.ESSENTIALS,
      deletionProtection: stage.retainData,
      removalPolicy: removalPolicy(stage),
    });
    this.domainPrefix = `freigabe-${stage.name}-${stage.account}`;
    this.pool.addDomain('Domain', { cognitoDomain: { domainPrefix: this.domainPrefix } });
    // Its scopes are what a machine may do; their clients are made on the page Machines.
    new UserPoolResourceServer(this, 'Machines', {
      userPool: this.pool,
      identifier: RESOURCE_SERVER,
      scopes: machineScopes.map((scopeName) => ({ scopeName, scopeDescription: scopeDescriptions[scopeName] })),
    });
    for (const role of roles) {
      new CfnUserPoolGroup(this, role, {
        userPoolId: this.pool.userPoolId,
        groupName: role,
        description: descriptions[role],
      });
    }
    this.client = this.pool.addClient('Console', {
      generateSecret: false,
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      accessTokenValidity: Duration.hours(1),
      idTokenValidity: Duration.hours(1),
      refreshTokenValidity: Duration.hours(stage.signIn.sessionHours),
      // Each refresh token is good for one renewal, and for a moment more: two tabs may renew at once. The emulator has
      // no rotation.
      ...(stage.local === undefined && { refreshTokenRotationGracePeriod: Duration.seconds(30) }),
      writeAttributes: writable,
      // Passwords by API are for the local demo accounts only; on AWS people sign in on Cognito's own page.
      authFlows: { userPassword: stage.local !== undefined },
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.EMAIL, OAuthScope.PROFILE],
        callbackUrls: [`${stage.consoleUrl}/auth/callback`],
        logoutUrls: [`${stage.consoleUrl}/signed-out`],
      },
    });
  }
}
