import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { verifyChain } from '../domain/model/audit-chain.ts';

/** Proves an export of GET /runs/{id}/audit. Ends with 0: the chain holds; 1: broken; 2: there is nothing to read. */
const [file] = process.argv.slice(2);

const textOf = (name: string): string | undefined => {
  try {
    return readFileSync(name, 'utf8');
  } catch {
    return undefined;
  }
};

const text = file === undefined ? undefined : textOf(file);
if (text === undefined) {
  process.stderr.write('Say which file to verify, and that it can be read: npm run audit:verify -- FILE\n');
  process.exitCode = 2;
} else {
  const verdict = verifyChain(text, (written) => createHash('sha256').update(written).digest('hex'));
  if (verdict.holds)
    process.stdout.write(`The chain holds: ${verdict.entries} entries, the last is ${verdict.last.slice(0, 16)}.\n`);
  else {
    process.stdout.write(`Broken: entry ${verdict.line} ${verdict.why}.\n`);
    process.exitCode = 1;
  }
}
