/** The function was killed: what comes after this call does not happen. */
class Killed extends Error {}

/** Ports that go nowhere. */
const atOnce = new Set([
  'report',
  'reportFailure',
  'reportLostMapping',
  'clock',
  'sign',
  'fault',
  'idOf',
  'newId',
  'newSecret',
  'newPassword',
]);

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
  const dying =
    (work: (...args: unknown[]) => Promise<unknown>) =>
    async (...args: unknown[]) => {
      if (isDead) throw new Killed();
      calls += 1;
      if (calls === at && when === 'before') die();
      const answer = await work(...args);
      return calls === at && when === 'after' ? die() : answer;
    };
  const wrap = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null || Symbol.iterator in value) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, part]) => [
        name,
        typeof part === 'function' && !atOnce.has(name)
          ? dying(part as (...args: unknown[]) => Promise<unknown>)
          : wrap(part),
      ]),
    );
  };
  return wrap(ports) as Ports;
};
