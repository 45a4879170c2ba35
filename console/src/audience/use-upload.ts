import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { ImportJobs, ImportJobView, ImportUpload } from '../../../domain/audience/upload-api.ts';
import { plainName } from '../../../domain/values/plain-name.ts';
import { useApi, type Api } from '../shell/api.ts';
import { uploadFile, type Sent } from './upload-file.ts';

const put = async (url: string, bytes: Blob, signal: AbortSignal): Promise<{ ok: boolean }> =>
  fetch(url, { method: 'PUT', body: bytes, signal });

const wait = async (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });

/** Parts are deleted after a day; one that is begun must be sent before. */
const KEPT_MS = 20 * 60 * 60 * 1000;

/** The same file, begun before the page was left. */
const idOf = async (api: Api, { name: fileName, size: bytes }: File, list: string): Promise<string> => {
  const { items } = await api.get<ImportJobs>('/profiles/imports');
  const begun = items.find(
    (job) =>
      job.state === 'uploading' &&
      job.fileName === plainName(fileName) &&
      job.bytes === bytes &&
      job.list === list &&
      Date.now() - Date.parse(job.createdAt) < KEPT_MS,
  );
  const { id } = begun ?? (await api.post<ImportUpload>('/profiles/imports/uploads', { list, fileName, bytes }));
  return id;
};

/** Uploads files in parts and starts their imports; how far it is. */
export const useUpload = () => {
  const api = useApi();
  const queries = useQueryClient();
  const [sent, setSent] = useState<Sent>();
  const stopping = useRef<AbortController>(undefined);
  useEffect(() => () => stopping.current?.abort(), []);
  /** Answers the id by which it is looked at and started. */
  const send = async (file: File, list: string): Promise<string> => {
    const stop = new AbortController();
    stopping.current = stop;
    try {
      const id = await idOf(api, file, list);
      const missing = async () => api.get<ImportUpload>(`/profiles/imports/${id}/upload`);
      await uploadFile(file, { missing, put, wait }, setSent, stop.signal);
      return id;
    } finally {
      setSent(undefined);
      await queries.invalidateQueries({ queryKey: ['imports'] });
    }
  };
  const start = async (id: string, query: string): Promise<void> => {
    try {
      await api.post<ImportJobView>(`/profiles/imports/${id}/start?${query}`, undefined);
    } finally {
      await queries.invalidateQueries({ queryKey: ['imports'] });
    }
  };
  return { send, start, sent };
};
