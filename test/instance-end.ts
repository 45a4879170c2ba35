/** Stops the local AWS of the tests after the last project. */
const tearDown = async (): Promise<void> => {
  const instance = globalThis.freigabeTestInstance;
  globalThis.freigabeTestInstance = undefined;
  await (await instance)?.stop();
};
export default tearDown;
