import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../settings.ts';
import { demoProfiles, toCsv } from './audience.ts';

// Run by hand after a change of audience.ts; a test holds the file to it.
writeFileSync(path.join(root, 'demo/profiles.csv'), toCsv(demoProfiles(1000)));
