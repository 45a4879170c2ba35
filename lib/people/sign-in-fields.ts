import isFQDN from 'validator/lib/isFQDN.js';
import * as z from 'zod';
import { Role } from '../../domain/people/people.ts';
import { GROUPS_ATTRIBUTE, type SignInRules } from '../../domain/people/sign-in-rules.ts';
import { isOwnMachine } from '../stage-fields.ts';

/** Cognito takes no more; ours is letters, digits and hyphens, because a group and each name of a user begin with it. */
const ProviderName = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9-]{2,31}$/, 'takes 3 to 32 letters, digits and hyphens, a letter first')
  .refine(
    (name) => !['cognito', 'google', 'facebook', 'loginwithamazon', 'signinwithapple'].includes(name.toLowerCase()),
    'is a name that Amazon Cognito keeps for itself; write for example GoogleWorkspace',
  );

const Domain = z
  .string()
  .refine(
    (domain) => isFQDN(domain) && domain === domain.toLowerCase(),
    'takes a domain such as example.com, in small letters, without @ or *',
  );

const isPlainUrl = (text: string): boolean =>
  URL.canParse(text) && text.startsWith('https://') && !text.includes('#') && new URL(text).username === '';

/** For a local AWS only: lib/stage.ts. */
export const isOnThisMachine = (issuer: string): boolean =>
  URL.canParse(issuer) && isOwnMachine(new URL(issuer).origin) && !/[?#]/.test(issuer);

/** Issuers of Entra ID that are not one company's: whoever has any account at Microsoft could sign in as any address. */
const isForEverybody = (issuer: string): boolean =>
  /^https:\/\/(login\.microsoftonline\.com|sts\.windows\.net)\/(common|organizations|consumers)(\/|$)/.test(issuer);

const Issuer = z
  .string()
  .refine(
    (issuer) => isOnThisMachine(issuer) || (isPlainUrl(issuer) && !issuer.includes('?')),
    'takes the issuer as its discovery document writes it, such as https://login.example.com/realms/company',
  )
  .refine(
    (issuer) => !isForEverybody(issuer),
    'is the one of all companies: write that of your tenant, https://login.microsoftonline.com/<tenant id>/v2.0',
  );

const ClaimName = z.string().min(1).max(200);

const Groups = z
  .record(z.string().min(1).max(200), z.array(Role).min(1))
  .refine((table) => Object.keys(table).length > 0, 'names at least one group, or is left out');

const common = {
  /** On the button of the sign-in page and in the list of people. */
  name: ProviderName,
  /** It speaks for addresses of these domains and no others. */
  domains: z.array(Domain).min(1, 'names at least one domain: without it nobody could sign in').max(50),
  /** Roles by the provider's groups. Absent: roles are given on the page People. */
  groups: Groups.optional(),
};

const Oidc = z.strictObject({
  ...common,
  kind: z.literal('oidc'),
  issuer: Issuer,
  clientId: z.string().min(1).max(255),
  /** Name of a secret of AWS Secrets Manager in the region of the stage; the secret itself is in no file. */
  clientSecret: z
    .string()
    .regex(/^[\w/+=.@-]{1,512}$/, 'takes the name of a secret of AWS Secrets Manager, never the secret itself'),
  scopes: z
    .array(z.string().min(1))
    .default(['openid', 'email', 'profile'])
    .refine((scopes) => scopes.includes('openid'), 'contains openid'),
  claims: z
    .strictObject({
      email: ClaimName.default('email'),
      name: ClaimName.default('name'),
      groups: ClaimName.optional(),
    })
    .prefault({}),
  addresses: z.enum(['verifiedByClaim', 'trusted']).default('verifiedByClaim'),
});

const Saml = z.strictObject({
  ...common,
  kind: z.literal('saml'),
  metadataUrl: z.string().refine(isPlainUrl, 'takes the https address of the metadata of the provider'),
  claims: z.strictObject({ email: ClaimName, name: ClaimName, groups: ClaimName.optional() }),
  /** SAML has no claim of it. */
  addresses: z.literal('trusted').default('trusted'),
});

export const Provider = z
  .discriminatedUnion('kind', [Oidc, Saml])
  .refine(({ groups, claims }) => (groups === undefined) === (claims.groups === undefined), {
    message: 'says which claim lists groups (claims.groups) and what they mean (groups), or neither',
  });
export type Provider = z.infer<typeof Provider>;

/**
 * Into which attribute of the user pool which claim is written, at each sign-in
 * (https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-specifying-attribute-mapping.html).
 */
export const mappingOf = ({ claims, addresses }: Provider): Record<string, string> => ({
  email: claims.email,
  name: claims.name,
  ...(addresses === 'verifiedByClaim' && { email_verified: 'email_verified' }),
  ...(claims.groups !== undefined && { [GROUPS_ATTRIBUTE]: claims.groups }),
});

const Fields = z.object({
  /** A second factor: a code of an authenticator app. `optional`: who wants one has one. */
  mfa: z.enum(['off', 'optional', 'required']).default('optional'),
  /** After so many hours people sign in again, whatever they do meanwhile. */
  sessionHours: z
    .int()
    .min(1)
    .max(30 * 24)
    .default(12),
  /** A passkey may take the place of password and second factor. */
  passkeys: z.boolean().default(false),
  /** Where people of companies sign in: docs/sign-in.md. */
  federation: z.array(Provider).max(5).default([]),
  /** `allowed`: for addresses of whose domain no provider speaks; `federatedOnly`: for nobody. */
  passwords: z.enum(['allowed', 'federatedOnly']).default('allowed'),
});
type Fields = z.infer<typeof Fields>;

/** What its functions know of it. */
const rulesOf = ({ federation, passwords }: Fields): SignInRules => ({
  passwords,
  providers: federation.map(({ name, domains, addresses, groups = null }) => ({ name, domains, addresses, groups })),
});

const repeated = (texts: readonly string[]): string | undefined =>
  texts.find((text, place) => texts.indexOf(text) !== place);

const faultsOf = (fields: Fields): { at: keyof Fields; message: string }[] => {
  const { federation, passwords, passkeys } = fields;
  const name = repeated(federation.map((provider) => provider.name.toLowerCase()));
  const domain = repeated(federation.flatMap(({ domains }) => [...new Set(domains)]));
  const isAlone = passwords === 'federatedOnly';
  const givesAdministration = federation.some(({ groups }) =>
    Object.values(groups ?? {}).some((given) => given.includes('administration')),
  );
  return [
    ...(name === undefined ? [] : [{ at: 'federation' as const, message: `has two providers with the name ${name}` }]),
    ...(domain === undefined
      ? []
      : [{ at: 'federation' as const, message: `has two providers that speak for ${domain}; one does` }]),
    ...(isAlone && !givesAdministration
      ? [
          {
            at: 'passwords' as const,
            message: 'cannot be federatedOnly as long as no group of a provider means administration',
          },
        ]
      : []),
    ...(isAlone && passkeys
      ? [{ at: 'passkeys' as const, message: 'takes the place of a password, and with federatedOnly nobody has one' }]
      : []),
  ];
};

/** How people sign in. */
export const SignIn = Fields.superRefine((fields, context) => {
  for (const { at, message } of faultsOf(fields)) context.addIssue({ code: 'custom', path: [at], message });
});

export type SignIn = z.infer<typeof SignIn>;

export const signInRulesOf = ({ signIn }: { signIn: Fields }): SignInRules => rulesOf(signIn);

/** First label of the host of the sign-in pages. */
export const domainPrefixOf = ({ name, account }: { name: string; account: string }): string =>
  `freigabe-${name}-${account}`;

/** To which host passkeys belong (https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-assign-domain-prefix.html). */
export const passkeyHostOf = (stage: { name: string; account: string; region: string }): string =>
  `${domainPrefixOf(stage)}.auth.${stage.region}.amazoncognito.com`;

/** CloudFormation takes no longer `WebAuthnRelyingPartyID`. */
export const LONGEST_PASSKEY_HOST = 63;
