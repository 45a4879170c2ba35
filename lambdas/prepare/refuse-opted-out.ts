import { addressKey } from '../../domain/model/address.ts';
import type { Profiles } from '../../domain/ports/profiles.ts';
import { Problem } from '../../domain/http/problem.ts';

export type OptedOutPorts = { profiles: Pick<Profiles, 'addressOptOuts' | 'addressStatus'> };

const isOut = async ({ profiles }: OptedOutPorts, address: string): Promise<boolean> => {
  const key = addressKey(address);
  const [optOuts, status] = await Promise.all([profiles.addressOptOuts(key), profiles.addressStatus(key)]);
  return (optOuts?.standing.length ?? 0) > 0 || status?.quarantine?.reason === 'complaint';
};

/**
 * An opt-out holds for proofs too.
 * @throws Problem that names their positions in the list, from 1, and no address
 */
export const refuseOptedOut = async (ports: OptedOutPorts, addresses: readonly string[]): Promise<void> => {
  const out = await Promise.all(addresses.map(async (address) => isOut(ports, address)));
  const positions = out.flatMap((isOne, index) => (isOne ? [index + 1] : []));
  if (positions.length === 0) return;
  throw new Problem(
    'invalid-input',
    `Some of these addresses opted out: no. ${positions.join(', ')}. No proof was sent.`,
    'Leave them out: an opt-out holds for proofs too.',
    { cause: 'proofOptedOut', positions },
  );
};
