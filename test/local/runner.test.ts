import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { demoProfiles, expectedExclusions, toCsv } from '../../local/demo/audience.ts';
import { addressKey } from '../../domain/model/address.ts';
import { AudienceRules } from '../../domain/model/audience-rules.ts';
import { Excluder } from '../../domain/prepare/exclude.ts';
import { checkNode, checkPorts, findPython } from '../../local/preflight.ts';
import { localAwsEnvironment, root, settingsFor } from '../../local/settings.ts';

describe('before a start', () => {
  test('a Node that is too old is told in one line', () => {
    expect(() => checkNode('npm/9 node/v18.1.0 linux x64')).toThrow(
      'Node 18 is too old: install Node 20 or newer (https://nodejs.org).',
    );
    expect(() => checkNode('npm/11 node/v20.20.2 linux x64')).not.toThrow();
  });

  test('a missing Python is told with what to install', () => {
    expect(() => findPython(['no-such-python'])).toThrow(/^Python is missing: install Python 3\.10 or newer/);
    expect(() => findPython(['node'])).not.toThrow();
  });

  test('a port in use is named with both ways out', async () => {
    const settings = settingsFor('.local/nothing', 900);
    const server = createServer();
    await new Promise<void>((resolve) => {
      server.listen(settings.ports.console, '127.0.0.1', () => resolve());
    });
    await expect(checkPorts(settings)).rejects.toThrow(
      new RegExp(`Port ${settings.ports.console} \\(console\\) is in use.*local:stop.*FREIGABE_PORT_OFFSET`),
    );
    server.close();
  });

  test('nothing that is started can reach a real account', () => {
    const environment = localAwsEnvironment(settingsFor('.local/nothing', 0));
    expect(environment['AWS_ENDPOINT_URL']).toBe('http://127.0.0.1:4566');
    expect(environment['AWS_ACCESS_KEY_ID']).toBe('test');
    expect(environment['AWS_CONFIG_FILE']).toBe('/dev/null');
  });
});

describe('the audience of the demo', () => {
  const profiles = demoProfiles(1000);

  test('is the file that people see', () => {
    expect(readFileSync(path.join(root, 'demo/profiles.csv'), 'utf8')).toBe(toCsv(profiles));
  });

  test('has every cause of exclusion, and our rules find just those', () => {
    const expected = expectedExclusions(profiles);
    for (const count of Object.values(expected)) expect(count).toBeGreaterThan(0);
    const quarantined = new Set(
      profiles.filter(({ cause }) => cause === 'quarantined').map(({ cells }) => cells['email']?.toLowerCase() ?? ''),
    );
    const excluder = new Excluder({
      campaignId: 'demo',
      rules: AudienceRules.parse({}),
      optedOut: new Set(
        profiles.filter(({ cause }) => cause === 'optedOut').map(({ cells }) => addressKey(cells['email'] ?? '')),
      ),
      suppressionList: new Set(),
      quarantined,
      suppressed: new Set(),
      contacts: () => 0,
    });
    for (const { cells, cause } of profiles) {
      const optedOut = { at: '2026-01-01T00:00:00Z', source: 'import' as const };
      excluder.judge({
        id: cells['id'] ?? '',
        address: cells['email'] ?? '',
        ...(cause === 'optedOut' && { optedOut }),
      });
    }
    const found = excluder.counts().excluded.filter(({ count }) => count > 0);
    expect(Object.fromEntries(found.map(({ cause, count }) => [cause, count]))).toEqual(expected);
  });
});
