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

type Work = () => Promise<unknown>;

/** Ports of which each call that goes somewhere is handed to `around`, with what it would do. */
export const aroundCalls = <Ports extends object>(ports: Ports, around: (work: Work) => Promise<unknown>): Ports => {
  const wrap = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null || Symbol.iterator in value) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, part]) => {
        if (typeof part !== 'function' || atOnce.has(name)) return [name, wrap(part)];
        const call = part as (...args: unknown[]) => Promise<unknown>;
        return [name, async (...args: unknown[]) => around(async () => call(...args))];
      }),
    );
  };
  return wrap(ports) as Ports;
};
