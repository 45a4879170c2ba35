import type { CompiledMail } from '../../domain/content/render.ts';
import type { Preparation } from '../../domain/model/preparation.ts';
import type { ContentStore } from '../../domain/ports/content-store.ts';
import type { Frozen } from '../content/load-frozen.ts';
import { checkSamples } from '../content/sample-hashes.ts';

type Variant = string | undefined;

/**
 * A content of a run, once its samples were found to be what was confirmed. That is looked at once in a container, which
 * has the code of one version: an update in the midst of a run begins with new containers.
 */
export const checkedMails = (content: Pick<ContentStore, 'get'>) => {
  let run: { hash: string; looks: Map<Variant, Promise<void>> } | undefined;
  return async (preparation: Preparation, frozen: Frozen, variant: Variant): Promise<CompiledMail> => {
    const { manifestHash: hash } = preparation;
    if (run?.hash !== hash) run = { hash, looks: new Map() };
    const { looks } = run;
    const look = looks.get(variant) ?? checkSamples(content, preparation, frozen, variant);
    looks.set(variant, look);
    try {
      await look;
    } catch (error) {
      looks.delete(variant);
      throw error;
    }
    return frozen.mailOf(variant);
  };
};
