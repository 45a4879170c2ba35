import { spawn } from 'node:child_process';
import { installEmulator } from '../local/emulator.ts';
import { buildShared } from '../local/deploy.ts';
import { findPython } from '../local/preflight.ts';
import { root, settings } from '../local/settings.ts';

/**
 * `npm run test:local-aws`: all whole stories, on three local AWSs at once. A story mostly waits for its workflow, so
 * on two cores they take a third of the time; those with a browser, which need a core for themselves, lie in one part.
 */
const parts = [
  ['--selectProjects', 'browser'],
  ['--selectProjects', 'flow', 'adapters', '--shard=1/2'],
  ['--selectProjects', 'flow', 'adapters', '--shard=2/2'],
];

const runPart = async (part: string[], index: number): Promise<number> =>
  new Promise((resolve, reject) => {
    const args = ['run', '--silent', 'jest', '--', '--runInBand', ...part];
    const env = { ...process.env, FREIGABE_BUILT: '1', FREIGABE_TEST_INSTANCE: String(index) };
    const child = spawn('npm', args, { cwd: root, env, stdio: 'inherit' });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });

await Promise.all([buildShared(), installEmulator(findPython, settings())]);
const codes = await Promise.all(parts.map(runPart));
process.exitCode = Math.max(...codes);
