/** Nobody reads what the emulator would write down, and a run that waits for its time keeps it from ending. */
const PATIENCE_MS = 10_000;

/** Stops the local AWS of the tests after the last project. */
const tearDown = async (): Promise<void> => {
  const instance = globalThis.freigabeTestInstance;
  globalThis.freigabeTestInstance = undefined;
  await (await instance)?.stop({ patienceMs: PATIENCE_MS });
};
export default tearDown;
