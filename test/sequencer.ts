import Sequencer from '@jest/test-sequencer';

type Tests = Parameters<Sequencer['sort']>[0];

const byPath = (tests: Tests): Tests => tests.toSorted((one, other) => one.path.localeCompare(other.path));

/**
 * By path: the whole stories share one local AWS, and what one leaves behind meets the same others on every machine.
 * Jest's own order is by size and by what earlier runs took, so a fresh checkout would have another.
 */
export default class ByPath extends Sequencer {
  /** In turns by path, so that neighbours, which take about as long, lie in different shards. */
  override shard(tests: Tests, { shardIndex, shardCount }: { shardIndex: number; shardCount: number }): Tests {
    return byPath(tests).filter((_, index) => index % shardCount === shardIndex - 1);
  }

  override sort(tests: Tests): Tests {
    return byPath(tests);
  }
}
