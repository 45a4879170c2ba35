import { addressKey, isAddress, isInternationalLocalPart } from '../model/address.ts';
import type { AudienceRules, ExclusionCause, Fatigue } from '../model/audience-rules.ts';
import type { AddressKeys } from '../model/address-opt-outs.ts';
import { idsOf } from '../model/merged-profile.ts';
import { domainsOf } from '../model/parent-domains.ts';
import type { ListedProfile } from '../model/stored-profile.ts';
import { isInControlGroup } from './control-group.ts';

export type Candidate = Pick<ListedProfile, 'id' | 'address' | 'optedOut' | 'movedFrom' | 'mergedFrom'> & {
  /** Absent: of a message that was meant for them before. */
  lists?: readonly string[];
};

/** What the rules look at beside the profile. */
export type Known = {
  campaignId: string;
  rules: AudienceRules;
  /** Addresses with an opt-out in force, of whatever profile. */
  optedOut: AddressKeys;
  /** Addresses that left the topic of the campaign; absent: it has none. */
  topicLeft?: AddressKeys | undefined;
  /** Lists of test profiles that the campaign does not name. */
  testLists?: readonly string[];
  /** Addresses that the organisation never writes to. */
  suppressionList: AddressKeys;
  /** Keys of addresses that are quarantined here, and of those that the SES account suppresses. */
  quarantined: ReadonlySet<string>;
  suppressed: ReadonlySet<string>;
  /** How many messages go to one id in the window of the rule of fatigue. */
  contacts: (profileId: string) => number;
  /** Whose time has passed where they are is left out. */
  leavesOutPassed?: boolean;
};

/** What the audience so far adds to it. */
export type SoFar = { toDeliver: number; isRepeated: (key: string) => boolean };

export type Rule = { name: ExclusionCause; leavesOut: (candidate: Candidate, key: string, soFar: SoFar) => boolean };

const domainRule = (domains: readonly string[]): Rule => {
  const excluded = new Set(domains);
  return {
    name: 'excludedDomain',
    leavesOut: (_, key) => domainsOf(key).some((domain) => excluded.has(domain)),
  };
};

const fatigueRule = ({ messages }: Fatigue, contacts: Known['contacts']): Rule => ({
  name: 'fatigue',
  leavesOut: (person) => idsOf(person).reduce((sum, id) => sum + contacts(id), 0) >= messages,
});

const controlRule = (campaignId: string, percent: number): Rule => ({
  name: 'controlGroup',
  leavesOut: ({ id }) => isInControlGroup(campaignId, id, percent),
});

const sizeRule = (limit: number): Rule => ({
  name: 'sizeLimit',
  leavesOut: (_, _key, { toDeliver }) => toDeliver >= limit,
});

const givenRules = ({ campaignId, rules, contacts }: Known): Rule[] => [
  ...(rules.excludedDomains.length > 0 ? [domainRule(rules.excludedDomains)] : []),
  ...(rules.fatigue === undefined ? [] : [fatigueRule(rules.fatigue, contacts)]),
  ...(rules.controlPercent === undefined ? [] : [controlRule(campaignId, rules.controlPercent)]),
  ...(rules.sizeLimit === undefined ? [] : [sizeRule(rules.sizeLimit)]),
];

/** At the address, or at one from which it is on its way. */
const topicRule = (topicLeft: AddressKeys): Rule => ({
  name: 'topicLeft',
  leavesOut: ({ movedFrom }, key) =>
    topicLeft.has(key) || (movedFrom?.some((address) => topicLeft.has(addressKey(address))) ?? false),
});

/** Whoever switches off that opt-outs count, for a letter that the law asks for, means those of a topic too. */
const topicRules = ({ topicLeft, rules }: Known): Rule[] =>
  topicLeft === undefined || rules.off.includes('optedOut') ? [] : [topicRule(topicLeft)];

/** Before the rule of duplicates: a customer may have the address of a test profile. */
const testRules = ({ testLists = [] }: Known): Rule[] =>
  testLists.length === 0
    ? []
    : [{ name: 'testProfile', leavesOut: ({ lists = [] }) => lists.some((list) => testLists.includes(list)) }];

/** The rules in force for a campaign, in their order. */
export const typologyOf = (known: Known): Rule[] => {
  const always: Rule[] = [
    { name: 'noAddress', leavesOut: (_, key) => key === '' },
    { name: 'invalidAddress', leavesOut: ({ address }) => !isAddress(address) },
    { name: 'internationalAddress', leavesOut: ({ address }) => isInternationalLocalPart(address) },
    ...testRules(known),
    { name: 'optedOut', leavesOut: ({ optedOut }, key) => optedOut !== undefined || known.optedOut.has(key) },
    ...topicRules(known),
    { name: 'suppressionList', leavesOut: (_, key) => known.suppressionList.has(key) },
    { name: 'quarantined', leavesOut: (_, key) => known.quarantined.has(key) },
    { name: 'suppressed', leavesOut: (_, key) => known.suppressed.has(key) },
    { name: 'duplicate', leavesOut: (_, key, { isRepeated }) => isRepeated(key) },
  ];
  return [...always.filter(({ name }) => !known.rules.off.some((off) => off === name)), ...givenRules(known)];
};
