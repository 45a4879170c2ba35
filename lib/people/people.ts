import { Duration } from 'aws-cdk-lib';
import {
  AccountRecovery,
  ClientAttributes,
  CfnManagedLoginBranding,
  CfnUserPool,
  CfnUserPoolGroup,
  FeaturePlan,
  ManagedLoginVersion,
  Mfa,
  OAuthScope,
  PasskeyUserVerification,
  StringAttribute,
  UserPool,
  UserPoolClient,
  UserPoolClientIdentityProvider,
  UserPoolResourceServer,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { machineScopes, RESOURCE_SERVER, type MachineScope } from '../../domain/people/machine-scope.ts';
import type { Role } from '../../domain/people/people.ts';
import { roles } from '../../domain/people/roles.ts';
import { GROUPS_ATTRIBUTE, type SignInRules } from '../../domain/people/sign-in-rules.ts';
import { removalPolicy, type StageSettings } from '../stage.ts';
import { providerIn } from './federation.ts';
import { domainPrefixOf, passkeyHostOf, signInRulesOf } from './sign-in-fields.ts';

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

/**
 * What a provider says is written in the name of the client, which needs the right to it
 * (https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UserPoolClientType.html,
 * `WriteAttributes`). Nobody gives themselves a role by it: groups of whoever signs in by a password are not read, and
 * whoever signs in by a provider has a token of the sign-in pages, without the scope `aws.cognito.signin.user.admin` that
 * UpdateUserAttributes asks for (API_UpdateUserAttributes.html).
 */
const writableIn = ({ signIn }: StageSettings): ClientAttributes =>
  signIn.federation.some(({ claims }) => claims.groups !== undefined)
    ? writable.withCustomAttributes(GROUPS_ATTRIBUTE)
    : writable;

/** Who may sign in, and the three roles. People are invited by an administrator; nobody signs up. */
export class People extends Construct {
  readonly pool: UserPool;
  readonly client: UserPoolClient;
  /** By which its functions judge who signed in. */
  readonly rules: SignInRules;
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
      // Of every stage: an attribute cannot be taken out of a pool again.
      customAttributes: {
        [GROUPS_ATTRIBUTE.replace('custom:', '')]: new StringAttribute({ maxLen: 2048, mutable: true }),
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
      ...(stage.signIn.passkeys && passkeysOf(stage)),
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      featurePlan: FeaturePlan.ESSENTIALS,
      deletionProtection: stage.retainData,
      removalPolicy: removalPolicy(stage),
    });
    this.rules = signInRulesOf(stage);
    this.domainPrefix = domainPrefixOf(stage);
    this.pool.addDomain('Domain', {
      cognitoDomain: { domainPrefix: this.domainPrefix },
      ...(stage.signIn.passkeys && { managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN }),
    });
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
    this.client = clientIn(this, this.pool, stage);
    if (stage.signIn.passkeys) offerPasskeys(this);
  }
}

/** By which the console signs people in. */
const clientIn = (scope: Construct, pool: UserPool, stage: StageSettings): UserPoolClient => {
  const { sessionHours, passwords, passkeys, federation } = stage.signIn;
  // The emulator's CloudFormation does not know them; its runner makes them (local/federation/pool-providers.ts).
  const providers = stage.local === undefined ? federation.map((provider) => providerIn(scope, pool, provider)) : [];
  const client = pool.addClient('Console', {
    generateSecret: false,
    preventUserExistenceErrors: true,
    enableTokenRevocation: true,
    accessTokenValidity: Duration.hours(1),
    idTokenValidity: Duration.hours(1),
    refreshTokenValidity: Duration.hours(sessionHours),
    // Each refresh token is good for one renewal, and for a moment more: two tabs may renew at once. The emulator has
    // no rotation.
    ...(stage.local === undefined && { refreshTokenRotationGracePeriod: Duration.seconds(30) }),
    writeAttributes: writableIn(stage),
    supportedIdentityProviders: [
      ...(passwords === 'allowed' ? [UserPoolClientIdentityProvider.COGNITO] : []),
      ...federation.map(({ name }) => UserPoolClientIdentityProvider.custom(name)),
    ],
    // Passwords by API are for the local demo accounts only; on AWS people sign in on Cognito's own page.
    authFlows: { userPassword: stage.local !== undefined, ...(passkeys && { user: true }) },
    oAuth: {
      flows: { authorizationCodeGrant: true },
      scopes: [OAuthScope.OPENID, OAuthScope.EMAIL, OAuthScope.PROFILE],
      callbackUrls: [`${stage.consoleUrl}/auth/callback`],
      logoutUrls: [`${stage.consoleUrl}/signed-out`],
    },
  });
  for (const provider of providers) client.node.addDependency(provider);
  return client;
};

const passkeysOf = (stage: StageSettings) => ({
  signInPolicy: { allowedFirstAuthFactors: { password: true, passkey: true } },
  passkeyRelyingPartyId: passkeyHostOf(stage),
  passkeyUserVerification: PasskeyUserVerification.REQUIRED,
});

/**
 * Passkeys are on the newer sign-in pages only, which a client has once it has a style. One with user verification is two
 * factors: what the person has, and what they are or know; the construct has no property for it yet
 * (https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_WebAuthnConfigurationType.html).
 */
const offerPasskeys = (people: People): void => {
  const { pool, client } = people;
  const { defaultChild } = pool.node;
  if (!(defaultChild instanceof CfnUserPool)) throw new Error('the user pool has no resource of its own');
  defaultChild.webAuthnFactorConfiguration = 'MULTI_FACTOR_WITH_USER_VERIFICATION';
  new CfnManagedLoginBranding(people, 'SignInPages', {
    userPoolId: pool.userPoolId,
    clientId: client.userPoolClientId,
    useCognitoProvidedValues: true,
  });
};
