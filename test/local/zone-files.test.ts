import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { releaseOfFiles, zoneFiles } from '../../bin/zone-files.ts';

const folderWith = (files: readonly string[], text: string): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'zones-'));
  for (const file of files) writeFileSync(path.join(folder, file), text);
  return folder;
};

test('without files the rules are those of Node', () => {
  expect(releaseOfFiles(folderWith([], ''))).toBeUndefined();
});

test('some of the files are no release', () => {
  expect(() => releaseOfFiles(folderWith(zoneFiles.slice(0, 1), 'x'))).toThrow(
    'lacks metaZones.res, timezoneTypes.res, windowsZones.res',
  );
});

test('files with which Node would know no zone at all are refused before they are bundled', () => {
  expect(() => releaseOfFiles(folderWith(zoneFiles, 'x'))).toThrow('ICU cannot read');
});
