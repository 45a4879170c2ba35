import { constants, createContext, type Context } from 'node:vm';
import type { JestEnvironment, JestEnvironmentConfig } from '@jest/environment';
import { ModernFakeTimers } from '@jest/fake-timers';
import { ModuleMocker } from 'jest-mock';
import { installCommonGlobals } from 'jest-util';

/** Node's own classes: what Node hands to a test is an instance of these. */
const sharedWithNode = { Buffer, ArrayBuffer, Uint8Array };

/** What Node makes when it is first asked for is made then, and a test may put another in its place. */
const shareGetter = (global: object, key: string, { enumerable = false }: PropertyDescriptor): void => {
  Object.defineProperty(global, key, {
    enumerable,
    configurable: true,
    get: (): unknown => Reflect.get(globalThis, key),
    set: (value: unknown) => {
      Object.defineProperty(global, key, { enumerable, configurable: true, writable: true, value });
    },
  });
};

/** What `createContext` makes without a sandbox is the global object of the context itself. */
const isGlobal = (made: Context): made is JestEnvironment['global'] => 'globalThis' in made;

/**
 * Node for a test file, as Jest's own environment is, but for one thing: its global object is a plain one. That of
 * Jest's own looks every global up by a proxy, `Math` too, each time: what reads a file character by character took
 * three times as long as outside of a test.
 */
export default class PlainGlobals implements JestEnvironment {
  readonly global: JestEnvironment['global'];
  readonly fakeTimers = null;
  fakeTimersModern: JestEnvironment['fakeTimersModern'];
  readonly moduleMocker: ModuleMocker;
  private context: Context | null;

  constructor({ projectConfig }: JestEnvironmentConfig) {
    const global = createContext(constants.DONT_CONTEXTIFY);
    if (!isGlobal(global)) throw new TypeError('a context without globals');
    for (const [key, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(globalThis)))
      if (!(key in global)) {
        if (descriptor.get) shareGetter(global, key, descriptor);
        else Object.defineProperty(global, key, descriptor);
      }
    Object.assign(global, sharedWithNode, { global });
    installCommonGlobals(global, projectConfig.globals);
    this.global = global;
    this.context = global;
    this.moduleMocker = new ModuleMocker(global);
    this.fakeTimersModern = new ModernFakeTimers({ config: projectConfig, global });
  }

  exportConditions(): string[] {
    return ['node', 'node-addons'];
  }

  getVmContext(): Context | null {
    return this.context;
  }

  async setup(): Promise<void> {}

  async teardown(): Promise<void> {
    this.fakeTimersModern?.dispose();
    this.fakeTimersModern = null;
    this.context = null;
  }
}
