import type * as z from 'zod';
import type { ImportLook } from '../../../domain/audience/api.ts';
import type { ImportRecord, NewImport } from '../../../domain/model/profile-import.ts';
import { uploadKey, withImport, type ImportJob } from '../../../domain/audience/import-job.ts';
import type { PartThere } from '../../../domain/audience/ports/uploads.ts';
import type { ImportJobView, StartQuery } from '../../../domain/audience/upload-api.ts';
import { partsOf } from '../../../domain/audience/upload-parts.ts';
import type { Actor } from '../../../domain/people/people.ts';
import { concludeImport, type ConcludeStep } from '../../../lambdas/audience/conclude-import.ts';
import { cutImport } from '../../../lambdas/audience/cut-import.ts';
import { importChunk } from '../../../lambdas/audience/import-chunk.ts';
import { lookAtUpload } from '../../../lambdas/audience/look-at-import.ts';
import { getImport, getRejections } from '../../../lambdas/audience/read-imports.ts';
import { cancelImport, startImport } from '../../../lambdas/audience/start-import.ts';
import { beginUpload, getUpload } from '../../../lambdas/audience/upload-import.ts';
import { makingOf, person } from '../samples.ts';
import { open, type Gate } from './import-gate.ts';
import { ImportWorld } from './import-world.ts';

const actor: Actor = { ...person, groups: ['prepare-deliveries'] };
const asked = { actor, origin: { ip: '', userAgent: '' }, body: undefined };

/** Stands for the machine: tries each step again, as often as it does. */
const TRIES = 5;

/** Files that are uploaded, with the machine that imports them. */
export class JobWorld extends ImportWorld {
  readonly jobs = new Map<string, ImportJob>();
  readonly files = new Map<string, Buffer>();
  readonly parts = new Map<string, Map<number, Buffer>>();
  readonly started: { id: string; attempt: number }[] = [];

  private get uploads() {
    const there = (key: string): PartThere[] | undefined => {
      const parts = this.parts.get(key);
      return parts && [...parts].map(([number, { length: bytes }]) => ({ number, bytes, tag: `"${number}"` }));
    };
    return {
      begin: async (key: string) => {
        this.parts.set(key, new Map());
        return 'u';
      },
      addressOf: async (key: string, _uploadId: string, { number }: { number: number }) =>
        `https://s3/${key}/${number}`,
      parts: async (key: string) => there(key),
      complete: async (key: string) => {
        const parts = this.parts.get(key);
        if (!parts) return false;
        const inOrder = [...parts].toSorted(([one], [other]) => one - other).map(([, bytes]) => bytes);
        this.files.set(key, Buffer.concat(inOrder));
        return this.parts.delete(key);
      },
      abort: async (key: string) => void this.parts.delete(key),
      size: async (key: string) => this.files.get(key)?.length,
      read: async (key: string, start: number, end: number) => {
        const file = this.files.get(key);
        if (!file) throw new Error('NoSuchKey');
        return file.subarray(start, end);
      },
    };
  }

  private beginJob(begun: NewImport, job: ImportJob): ImportRecord | undefined {
    if (this.jobs.get(job.id)?.version !== job.version) return undefined;
    const record = { ...this.begin(begun), renewedAt: new Date(this.at).toISOString() };
    this.records.set(record.number, record);
    this.jobs.set(job.id, { ...withImport(job, record), version: job.version + 1 });
    return record;
  }

  private renew({ number }: ImportRecord, renewedAt: string, chunk: number | undefined): boolean {
    const record = this.records.get(number);
    if (record?.state !== 'open') return false;
    const written = new Set([...(record.written ?? []), ...(chunk === undefined ? [] : [chunk])]);
    this.records.set(number, { ...record, renewedAt, ...(written.size > 0 && { written }) });
    return true;
  }

  private importsBehind(outer: Gate) {
    return {
      beginJob: async (begun: NewImport, job: ImportJob) => {
        await outer();
        return this.beginJob(begun, job);
      },
      get: async (number: number) => this.records.get(number),
      renew: async (record: ImportRecord, at: string, chunk?: number) => {
        await outer();
        return this.renew(record, at, chunk);
      },
    };
  }

  ports(gate: Gate = open, outer = gate) {
    const ports = this.portsBehind(gate, outer);
    const jobs = {
      keep: async (job: ImportJob) => void this.jobs.set(job.id, job),
      get: async (id: string) => this.jobs.get(id),
      replace: async (job: ImportJob, next: ImportJob) => {
        await outer();
        if (this.jobs.get(job.id)?.version !== job.version) return undefined;
        const kept = { ...next, version: job.version + 1 };
        this.jobs.set(job.id, kept);
        return kept;
      },
      recent: async () => [...this.jobs.values()].toReversed(),
    };
    const machine = { start: async (id: string, attempt: number) => void this.started.push({ id, attempt }) };
    const imports = { ...ports.imports, ...this.importsBehind(outer) };
    return { ...ports, imports, jobs, uploads: this.uploads, machine, importsDays: 30 };
  }

  /** Begins an upload and sends its parts. */
  async uploaded(file: Buffer, list = 'garden', announced = file.length): Promise<string> {
    const body = { list, fileName: 'people.csv', bytes: announced };
    const { id } = await beginUpload(this.ports())({
      ...asked,
      params: {},
      query: {},
      body,
      making: makingOf(this.newId()),
    });
    for (const { number, start, bytes } of partsOf(announced))
      this.put(id, number, file.subarray(start, start + bytes));
    return id;
  }

  put(id: string, number: number, bytes: Buffer): void {
    this.parts.get(uploadKey(id))?.set(number, bytes);
  }

  async missing(id: string): Promise<number[]> {
    const upload = await getUpload(this.ports())({ ...asked, params: { id }, query: {} });
    return upload.missing.map(({ number }) => number);
  }

  async look(id: string, sheet?: string): Promise<ImportLook> {
    const query = sheet === undefined ? {} : { sheet };
    return lookAtUpload(this.ports())({ ...asked, params: { id }, query });
  }

  async start(id: string, query: z.output<typeof StartQuery> = {}): Promise<ImportJobView> {
    return startImport(this.ports())({ ...asked, params: { id }, query, making: makingOf(id) });
  }

  async cancel(id: string): Promise<ImportJobView> {
    return cancelImport(this.ports())({ ...asked, params: { id }, query: {} });
  }

  async view(id: string): Promise<ImportJobView> {
    return getImport(this.ports())({ ...asked, params: { id }, query: {} });
  }

  async rejections(id: string) {
    const items = [];
    let cursor: string | null | undefined;
    do {
      const query = { limit: 50, ...(cursor && { cursor }) };
      const page = await getRejections(this.ports())({ ...asked, params: { id }, query });
      items.push(...page.items);
      ({ cursor } = page);
    } while (cursor !== null);
    return items;
  }

  /** As lib/audience/import-machine.ts leads through the steps of what was started last; `ports` are those of each try. */
  async runMachine(ports = () => this.ports()): Promise<void> {
    const attempt = this.started.at(-1);
    if (!attempt) throw new Error('nothing was started');
    const tried = async <T>(step: (one: ReturnType<JobWorld['ports']>) => Promise<T>): Promise<T> => {
      for (let time = 1; ; time += 1) {
        try {
          return await step(ports());
        } catch (error) {
          if (time === TRIES) throw error;
        }
      }
    };
    const conclude = async (step: ConcludeStep['step']) =>
      tried(async (one) => concludeImport(one)({ ...attempt, step }));
    let chunks: number[] = [];
    const each = async (step: 'write' | 'settle' | 'clean') => {
      for (const chunk of chunks) await tried(async (one) => importChunk(one)({ ...attempt, chunk, step }));
    };
    const written = async () => {
      const cut = await tried(async (one) => cutImport(one)(attempt));
      if (cut.outcome === 'ended') return undefined;
      ({ chunks } = cut);
      await each('write');
      return conclude('commit');
    };
    const concluded = await written().catch(async () => conclude('giveUp'));
    if (concluded?.outcome === 'clean') await each('clean');
    if (concluded?.outcome !== 'settle') return;
    await each('settle');
    await conclude('settled');
  }
}
