import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Failure } from '../../local/failure.ts';
import { run } from '../../local/processes.ts';

/** A private PostgreSQL with its default settings (fsync, synchronous_commit, full_page_writes on). */
export type Postgres = {
  port: number;
  pid: () => number;
  query: (sql: string) => Promise<string>;
  stop: () => Promise<void>;
};

/** PostgreSQL refuses to run as root: then it runs as the user `postgres` that its package made. */
const asPostgres = async (file: string, args: string[]): Promise<string> =>
  process.getuid?.() === 0 ? run('runuser', ['-u', 'postgres', '--', file, ...args]) : run(file, args);

const initialise = async (folder: string, data: string): Promise<void> => {
  if (existsSync(data)) return;
  mkdirSync(folder, { recursive: true });
  if (process.getuid?.() === 0) await run('chown', ['postgres', folder]);
  await asPostgres('initdb', ['-D', data, '-A', 'trust', '-U', 'peers', '--no-locale', '-E', 'UTF8']);
};

/** @throws Failure when PostgreSQL cannot be started */
const begin = async (folder: string, data: string, port: number): Promise<void> => {
  const options = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1`;
  try {
    await initialise(folder, data);
    await asPostgres('pg_ctl', ['-D', data, '-w', '-l', path.join(folder, 'log'), '-o', options, 'start']);
  } catch (error) {
    const cause = error instanceof Error ? error.message.split('\n')[0] : '';
    throw new Failure(`PostgreSQL does not start: ${cause}. Put initdb, pg_ctl and psql on the PATH.`);
  }
};

/** Starts it, and makes its database when there is none. @throws Failure */
export const startPostgres = async (folder: string, port: number): Promise<Postgres> => {
  const data = path.join(folder, 'data');
  await begin(folder, data, port);
  const server = ['-h', '127.0.0.1', '-p', String(port), '-U', 'peers'];
  const query = (sql: string, database = 'peers'): Promise<string> =>
    run('psql', ['-X', '-q', '-A', '-t', '-v', 'ON_ERROR_STOP=1', ...server, '-d', database, '-c', sql]);
  const known = await query("select 1 from pg_database where datname = 'peers'", 'postgres');
  if (known.trim() !== '1') await query('create database peers', 'postgres');
  return {
    port,
    pid: () => Number(readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n')[0]),
    query: async (sql) => (await query(sql)).trim(),
    stop: async () => {
      await asPostgres('pg_ctl', ['-D', data, '-w', '-m', 'fast', 'stop']);
    },
  };
};
