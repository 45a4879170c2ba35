import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { releaseOfFiles, zoneFiles, zoneFolder } from '../../bin/zone-files.ts';

const folderWith = (files: readonly string[], text: string): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'zones-'));
  for (const file of files) writeFileSync(path.join(folder, file), text);
  return folder;
};

describe('a folder of time zone files', () => {
  test('without any leaves the rules to Node', () => {
    expect(releaseOfFiles(folderWith([], ''))).toBeUndefined();
  });

  test('with some of them is no release', () => {
    expect(() => releaseOfFiles(folderWith(zoneFiles.slice(0, 1), 'x'))).toThrow(
      'lacks metaZones.res, timezoneTypes.res, windowsZones.res',
    );
  });

  test('with which Node would know no zone at all is refused before it is bundled', () => {
    expect(() => releaseOfFiles(folderWith(zoneFiles, 'x'))).toThrow('ICU cannot read');
  });

  test('of an older release than that of Node is refused', () => {
    expect(() => releaseOfFiles(zoneFolder, '2100a')).toThrow('which is older than 2100a of Node');
  });
});

describe('the rules that this project comes with', () => {
  const Found = z.object({ release: z.string(), differing: z.array(z.string()) });
  const program = path.join(import.meta.dirname, 'zones/differing.ts');

  test('are newer than those of Node: when they are not, it has caught up, and the folder "zones" can go', () => {
    const own = execFileSync(process.execPath, ['-p', 'process.versions.tz'], { env: {}, encoding: 'utf8' }).trim();
    const shipped = releaseOfFiles(zoneFolder) ?? '';
    expect([own, shipped].toSorted()).toEqual([own, shipped]);
    expect(shipped).not.toBe(own);
  });

  test('are those of an independent reference in every zone, until 2031', () => {
    const env = { ICU_TIMEZONE_FILES_DIR: zoneFolder };
    const found = Found.parse(JSON.parse(execFileSync(process.execPath, [program], { env, encoding: 'utf8' })));
    expect(found).toEqual({ release: '2026f', differing: [] });
  });
});
