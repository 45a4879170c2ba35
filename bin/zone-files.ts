import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

/** Where ICU's time zone files lie in the project, and in each bundle; without them the rules are those of Node. */
export const zoneFolder = 'zones';

/** What ICU reads from there (https://unicode-org.github.io/icu/userguide/datetime/timezone/#updating-the-time-zone-data). */
export const zoneFiles = ['zoneinfo64.res', 'metaZones.res', 'timezoneTypes.res', 'windowsZones.res'];

/** Files that are damaged leave Node without any zone, which only shows when one is used. */
const asked = "new Intl.DateTimeFormat('en', { timeZone: 'Europe/Berlin' }); process.versions.tz";

/**
 * Which release of the tz database Node goes by with these variables, whatever this process goes by; undefined: with
 * them it knows no zone.
 */
const releaseUnder = (env: NodeJS.ProcessEnv): string | undefined => {
  try {
    return execFileSync(process.execPath, ['-p', asked], { env, encoding: 'utf8', stdio: 'pipe' }).trim();
  } catch {
    return undefined;
  }
};

/**
 * The release of the time zone files of a folder; undefined: it has none.
 * @throws Error when some are missing, cannot be used, or are older than those of Node, which are used without them
 */
export const releaseOfFiles = (folder: string, own = releaseUnder({}) ?? ''): string | undefined => {
  const missing = zoneFiles.filter((file) => !existsSync(path.join(folder, file)));
  if (missing.length === zoneFiles.length) return undefined;
  if (missing.length > 0) throw new Error(`${folder} lacks ${missing.join(', ')}: take all four of one release`);
  const release = releaseUnder({ ICU_TIMEZONE_FILES_DIR: folder });
  if (release === undefined) throw new Error(`${folder} has time zone files that ICU cannot read: take them anew`);
  if (release < own) throw new Error(`${folder} has ${release}, which is older than ${own} of Node: take newer files`);
  return release;
};
