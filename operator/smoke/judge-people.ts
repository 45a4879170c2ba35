import type { Me } from '../../domain/people/api.ts';
import { approvalsNeeded } from '../../domain/model/policy.ts';
import { note, notDone, type Line } from './line.ts';

/** Whoever a token was given of, as the API knows them. */
export type People = { preparer: Me | undefined; approvers: readonly Me[]; admin: Me | undefined };

export const variables = {
  preparer: 'FREIGABE_PREPARER_TOKEN',
  approvers: 'FREIGABE_APPROVER_TOKEN',
  admin: 'FREIGABE_ADMIN_TOKEN',
} as const;

/** Different people who may confirm what `preparer` prepares. */
export const confirmersOf = ({ preparer, approvers }: People): Me[] => {
  const others = approvers.filter(({ mayStart, policy, training, email }) => {
    const isOther = email !== preparer?.email || !policy.fourEyes || training;
    return mayStart && isOther;
  });
  return [...new Map(others.map((me) => [me.email, me])).values()];
};

/** Confirmations that a run to so many people needs. Without anybody to ask: one. */
export const neededOf = ({ preparer, approvers }: People, toDeliver: number): number => {
  const policy = (preparer ?? approvers[0])?.policy;
  return policy ? approvalsNeeded(policy, toDeliver) : 1;
};

export const mayErase = ({ admin }: People): boolean => admin?.groups.includes('administration') === true;

export const noPreparer = (): Line =>
  notDone(
    'prepare',
    'nobody was given who may prepare',
    `${variables.preparer}: an access token of somebody of prepare-deliveries, start-deliveries or administration`,
  );

export const tooFewConfirmers = (people: People, needed: number): Line => {
  const known = confirmersOf(people).length;
  const whose = people.preparer?.policy.fourEyes === true ? ', not the preparer’s own' : '';
  return notDone(
    'confirm',
    `${known} of ${needed} who may confirm this run ${known === 1 ? 'was' : 'were'} given`,
    `${variables.approvers}: ${needed === 1 ? 'an access token' : `${needed} access tokens, apart by spaces,`} of start-deliveries${whose}`,
  );
};

export const nobodyErases = (recipients: number): Line =>
  note(
    'clean up',
    `${recipients} profiles of the simulator stay: nobody was given who may erase them`,
    `${variables.admin}: an access token of somebody of administration; or erase them in the console`,
  );
