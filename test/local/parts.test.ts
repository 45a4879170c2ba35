import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir, uptime } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Parts } from '../../local/parts.ts';
import { checkFolder } from '../../local/preflight.ts';
import { rememberedPids } from '../../local/processes.ts';
import { settingsFor } from '../../local/settings.ts';

let home: string;
let children: ChildProcess[];
beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'freigabe-parts-'));
  children = [];
});
afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(home, { recursive: true });
});

const started = (): ChildProcess => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  children.push(child);
  return child;
};

describe('the parts of a local AWS', () => {
  test('end in the reverse order of their start, and what kept its state is told', async () => {
    const [parts, told]: [Parts, string[]] = [new Parts(home), []];
    parts.keep('The local AWS', started(), () => void told.push('state'));
    parts.close(async () => told.push('console'));
    expect(await parts.stop()).toBe(true);
    expect(told).toEqual(['console', 'state']);
    expect(rememberedPids(home)).toEqual([]);
  });

  test('are watched: one that ends by itself is named, and has not kept its state', async () => {
    const [parts, told]: [Parts, string[]] = [new Parts(home), []];
    const child = started();
    parts.keep('The local SES', started());
    parts.keep('The local AWS', child, () => void told.push('state'));
    child.kill('SIGKILL');
    expect(await parts.broken).toBe('The local AWS');
    expect(await parts.stop()).toBe(false);
    expect(told).toEqual([]);
  });

  test('are found by whoever stops them, and keep a second start from their folder', async () => {
    const parts = new Parts(home);
    const child = started();
    parts.keep('The local AWS', child);
    expect(rememberedPids(home)).toEqual([process.pid, child.pid]);
    const second = settingsFor(home, 50);
    expect(() => checkFolder(second)).toThrow(
      /runs in .* already: end it by "npm run local:stop", or set FREIGABE_HOME/,
    );
    // The second start ends without having started anything.
    await new Parts(home).stop();
    expect(rememberedPids(home)).toContain(child.pid);
    await parts.stop();
    expect(() => checkFolder(second)).not.toThrow();
  });

  test('that were remembered before the machine started are somebody else’s processes', async () => {
    const parts = new Parts(home);
    const child = started();
    parts.keep('The local AWS', child);
    const before = Date.now() / 1000 - uptime() - 60;
    utimesSync(path.join(home, 'pids.json'), before, before);
    expect(rememberedPids(home)).toEqual([]);
    child.kill();
    await once(child, 'exit');
  });
});
