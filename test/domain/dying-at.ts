import { aroundCalls } from './around-calls.ts';

/** The function was killed: what comes after this call does not happen. */
class Killed extends Error {}

/** Counts the calls of every port, and dies at one of them: before its effect, or between that and the word of it. */
export const dyingAt = <Ports extends object>(
  ports: Ports,
  at: number,
  when: 'before' | 'after',
  onDeath: () => void = () => undefined,
): Ports => {
  let calls = 0;
  let isDead = false;
  const die = (): never => {
    isDead = true;
    onDeath();
    throw new Killed();
  };
  return aroundCalls(ports, async (work) => {
    if (isDead) throw new Killed();
    calls += 1;
    if (calls === at && when === 'before') die();
    const answer = await work();
    return calls === at && when === 'after' ? die() : answer;
  });
};
