import Sequencer from '@jest/test-sequencer';

type Tests = Parameters<Sequencer['sort']>[0];

/**
 * By path: the whole stories share one local AWS, and what one leaves behind meets the same others on every machine.
 * Jest's own order is by size and by what earlier runs took, so a fresh checkout would have another.
 */
export default class ByPath extends Sequencer {
  override sort(tests: Tests): Tests {
    return tests.toSorted((one, other) => one.path.localeCompare(other.path));
  }
}
