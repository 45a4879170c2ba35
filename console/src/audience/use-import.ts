import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ImportLook, ImportReport } from '../../../domain/audience/api.ts';
import type { ColumnMapping } from '../../../domain/audience/column-mapping.ts';
import { MAX_FILE_BYTES } from '../../../domain/audience/import-limits.ts';
import { ApiProblem, useApi } from '../shell/api.ts';
import type { ReadAs } from './file-look.tsx';
import { useLists } from './list-queries.ts';
import { isLarge, isUploadedFirst, refuseLargeWorkbook } from './too-large.ts';
import { useUpload } from './use-upload.ts';

export type Import = ReadAs & {
  file: File;
  list: string;
  mapping: ColumnMapping;
  keepsEmpty: boolean;
  /** Of a file that was uploaded to be looked at. */
  uploaded?: string | undefined;
  changedAddresses?: number;
};

const queryOf = (values: Record<string, string | undefined>): string =>
  new URLSearchParams(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  ).toString();

/**
 * What the file is taken for, anew when it is read another way or a list is named that has a mapping of its own.
 * @param uploaded the id of its upload; one that no request takes has to have one
 */
export const useLook = (file: File, list: string, { encoding, sheet }: ReadAs, uploaded: string | undefined) => {
  const api = useApi();
  const { data: lists = [] } = useLists();
  // An upload is into one list, and once it is imported, it cannot be looked at any more.
  const known = uploaded === undefined ? lists.find(({ name }) => name === list)?.name : undefined;
  return useQuery({
    queryKey: ['look', file.name, file.size, file.lastModified, known, encoding, sheet, uploaded],
    enabled: !isUploadedFirst(file) || uploaded !== undefined,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => {
      if (uploaded !== undefined)
        return api.post<ImportLook>(`/profiles/imports/${uploaded}/look?${queryOf({ encoding, sheet })}`, undefined);
      const query = queryOf({ list: known, encoding, sheet, part: isLarge(file) ? 'true' : undefined });
      return api.postFile<ImportLook>(`/profiles/imports/look?${query}`, file.slice(0, MAX_FILE_BYTES));
    },
  });
};

/** It fits into a request, and is more than can be written before the answer. */
const isForJob = (error: unknown): boolean => error instanceof ApiProblem && error.cause === 'tooManyRows';

/** How whoever imports wants the file to be read. */
const asked = ({ mapping, encoding, sheet, keepsEmpty, changedAddresses }: Import): string =>
  queryOf({
    encoding,
    sheet,
    mapping: mapping.length === 0 ? undefined : JSON.stringify(mapping),
    emptyCells: keepsEmpty ? 'keep' : undefined,
    changedAddresses: changedAddresses?.toString(),
  });

/** Uploads a file into a list to look at it there. */
export const useUploadFirst = (file: File, list: string) => {
  const { send, sent } = useUpload();
  const uploading = useMutation({
    mutationFn: async () => {
      refuseLargeWorkbook(file);
      return { id: await send(file, list), list };
    },
  });
  // Under another name it is another upload.
  return { uploading, sent, uploaded: uploading.data?.list === list ? uploading.data.id : undefined };
};

/** A small file by one request; a large one is uploaded, and what becomes of it is seen among the large imports. */
export const useImport = (onImported: (list: string) => void) => {
  const api = useApi();
  const queries = useQueryClient();
  const { send, start, sent } = useUpload();
  const byUpload = async (one: Import): Promise<undefined> => {
    await start(one.uploaded ?? (await send(one.file, one.list)), asked(one));
    return undefined;
  };
  const importing = useMutation({
    mutationFn: async (one: Import): Promise<ImportReport | undefined> => {
      const { file, list } = one;
      if (isLarge(file)) return byUpload(one);
      try {
        return await api.postFile<ImportReport>(`/profiles/imports?${queryOf({ list })}&${asked(one)}`, file);
      } catch (error) {
        if (isForJob(error)) return byUpload(one);
        throw error;
      }
    },
    onSuccess: (report) => {
      if (report && report.accepted > 0) onImported(report.list);
    },
    // Of a refusal, too: the import may have been given up.
    onSettled: async (_report, _error, { uploaded }) => {
      await queries.invalidateQueries({ queryKey: ['lists'] });
      if (uploaded === undefined) await queries.invalidateQueries({ queryKey: ['look'] });
    },
  });
  return { importing, sent };
};
