import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Failure } from '../../local/failure.ts';
import { run } from '../../local/processes.ts';
import type { Postgres } from './postgres.ts';

/** The release that is measured. */
const VERSION = 'v6.2.0';

export const LISTMONK_PORT = 9900;
export const SUBSCRIBERS = 50_000;

/** @throws Failure when its source or the Go toolchain is missing */
const source = async (folder: string): Promise<string> => {
  const given = process.env['LISTMONK_SRC'];
  if (given === undefined || !existsSync(given))
    throw new Failure(
      `Set LISTMONK_SRC to a git directory of listmonk that holds ${VERSION}; go, initdb and psql must be on the PATH.`,
    );
  const target = path.join(folder, 'source');
  if (!existsSync(target)) {
    await run('git', ['clone', '--quiet', given, target]);
    await run('git', ['-C', target, 'checkout', '--quiet', VERSION]);
  }
  return target;
};

/** As its Makefile builds it, without the admin front end, which sends no mail. */
const build = async (sourceFolder: string, binary: string): Promise<void> => {
  if (existsSync(binary)) return;
  for (const name of ['frontend/dist', 'uploads']) mkdirSync(path.join(sourceFolder, name), { recursive: true });
  writeFileSync(path.join(sourceFolder, 'frontend/dist/index.html'), '<html></html>');
  const flags = `-s -w -X main.versionString=${VERSION}`;
  const env = { ...process.env, CGO_ENABLED: '0', GOFLAGS: '-buildvcs=false' };
  await run('go', ['build', '-C', sourceFolder, '-o', binary, '-ldflags', flags, './cmd'], env);
};

const config = ({ port }: Postgres): string => `[app]
address = "127.0.0.1:${LISTMONK_PORT}"
[db]
host = "127.0.0.1"
port = ${port}
user = "peers"
password = "peers"
database = "peers"
ssl_mode = "disable"
max_open = 25
max_idle = 25
max_lifetime = "300s"
`;

/** The recipients that Freigabe's benchmark has too: names in UTF-8, three attributes. */
const subscribers = `
delete from subscribers;
insert into lists (uuid, name, type, optin) values
  (gen_random_uuid(), 'bench', 'private', 'single'), (gen_random_uuid(), 'small', 'private', 'single');
insert into subscribers (id, uuid, email, name, attribs, status)
  select i, gen_random_uuid(), 'u' || i || '@peers.example', 'Jörg' || i || ' Müller & Söhne',
         jsonb_build_object('city', 'Köln', 'plan', 'Gold', 'points', i), 'enabled'
  from generate_series(1, ${SUBSCRIBERS}) i;
select setval('subscribers_id_seq', ${SUBSCRIBERS});
insert into subscriber_lists (subscriber_id, list_id, status)
  select i, (select id from lists where name = 'bench'), 'confirmed' from generate_series(1, ${SUBSCRIBERS}) i;
insert into subscriber_lists (subscriber_id, list_id, status)
  select i, (select id from lists where name = 'small'), 'confirmed' from generate_series(1, 200) i;
`;

export type Installed = { sourceFolder: string; binary: string; token: string };

/** Builds listmonk, makes its database and its recipients; what is there already is kept. */
export const installListmonk = async (folder: string, postgres: Postgres): Promise<Installed> => {
  mkdirSync(folder, { recursive: true });
  const sourceFolder = await source(folder);
  const binary = path.join(folder, 'listmonk');
  const tokenFile = path.join(folder, 'token');
  await build(sourceFolder, binary);
  writeFileSync(path.join(sourceFolder, 'config.toml'), config(postgres));
  if (!existsSync(tokenFile)) {
    const accounts = {
      LISTMONK_ADMIN_USER: 'benchadmin',
      LISTMONK_ADMIN_PASSWORD: 'benchbench',
      LISTMONK_ADMIN_API_USER: 'benchapi',
    };
    // It reads its static files from where it stands.
    const output = await run('env', ['-C', sourceFolder, binary, '--config', 'config.toml', '--install', '--yes'], {
      ...process.env,
      ...accounts,
    });
    const token = /LISTMONK_ADMIN_API_TOKEN="([^"]*)"/.exec(output)?.[1];
    if (token === undefined) throw new Error('listmonk printed no API token');
    await postgres.query(subscribers);
    await postgres.query('vacuum analyze');
    writeFileSync(tokenFile, token);
  }
  return { sourceFolder, binary, token: readFileSync(tokenFile, 'utf8') };
};
