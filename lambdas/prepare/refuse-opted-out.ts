import { addressKey } from '../../domain/model/address.ts';
import { keepingOff } from '../../domain/model/opt-out.ts';
import type { Profiles } from '../../domain/ports/profiles.ts';
import { Problem } from '../../domain/http/problem.ts';

export type OptedOutPorts = { profiles: Pick<Profiles, 'addressOptOuts' | 'addressStatus' | 'isOnSuppressionList'> };

const isOut = async ({ profiles }: OptedOutPorts, address: string, topic: string | undefined): Promise<boolean> => {
  const key = addressKey(address);
  const [optOuts, status] = await Promise.all([profiles.addressOptOuts(key), profiles.addressStatus(key)]);
  return (optOuts !== undefined && keepingOff(optOuts, topic).length > 0) || status?.quarantine?.reason === 'complaint';
};

/** Their positions in the list, from 1. */
const positionsOf = async (
  addresses: readonly string[],
  isOne: (address: string) => Promise<boolean>,
): Promise<number[]> => {
  const found = await Promise.all(addresses.map(isOne));
  return found.flatMap((isFound, index) => (isFound ? [index + 1] : []));
};

/**
 * An opt-out holds for proofs too, and so does the suppression list of the organisation.
 * @throws Problem that names their positions in the list, from 1, and no address
 */
export const refuseOptedOut = async (
  ports: OptedOutPorts,
  addresses: readonly string[],
  topic?: string,
): Promise<void> => {
  const out = await positionsOf(addresses, async (address) => isOut(ports, address, topic));
  if (out.length > 0)
    throw new Problem(
      'invalid-input',
      `Some of these addresses opted out: no. ${out.join(', ')}. No proof was sent.`,
      'Leave them out: an opt-out holds for proofs too.',
      { cause: 'proofOptedOut', positions: out },
    );
  const never = await positionsOf(addresses, async (address) =>
    ports.profiles.isOnSuppressionList(addressKey(address)),
  );
  if (never.length > 0)
    throw new Problem(
      'invalid-input',
      `Some of these addresses are on the suppression list of the organisation: no. ${never.join(', ')}. No proof was sent.`,
      'Leave them out: the list holds for proofs too.',
      { cause: 'proofSuppressed', positions: never },
    );
};
