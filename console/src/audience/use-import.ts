import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ImportLook, ImportReport } from '../../../domain/audience/api.ts';
import type { ColumnMapping } from '../../../domain/audience/column-mapping.ts';
import { useApi } from '../shell/api.ts';
import type { ReadAs } from './file-look.tsx';
import { useLists } from './list-queries.ts';
import { refuseTooLarge } from './too-large.ts';

export type Import = ReadAs & {
  file: File;
  list: string;
  mapping: ColumnMapping;
  keepsEmpty: boolean;
  changedAddresses?: number;
};

const queryOf = (values: Record<string, string | undefined>): string =>
  new URLSearchParams(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  ).toString();

/** What the file is taken for, anew when it is read another way or a list is named that has a mapping of its own. */
export const useLook = (file: File | undefined, list: string, { encoding, sheet }: ReadAs) => {
  const api = useApi();
  const { data: lists = [] } = useLists();
  const known = lists.find(({ name }) => name === list)?.name;
  return useQuery({
    queryKey: ['look', file?.name, file?.size, file?.lastModified, known, encoding, sheet],
    enabled: file !== undefined,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => {
      if (!file) throw new Error('there is no file to look at');
      refuseTooLarge(file);
      return api.postFile(`/profiles/imports/look?${queryOf({ list: known, encoding, sheet })}`, file, ImportLook);
    },
  });
};

export const useImport = (onImported: (list: string) => void) => {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ file, list, mapping, encoding, sheet, keepsEmpty, changedAddresses }: Import) => {
      refuseTooLarge(file);
      const query = queryOf({
        list,
        encoding,
        sheet,
        mapping: mapping.length === 0 ? undefined : JSON.stringify(mapping),
        emptyCells: keepsEmpty ? 'keep' : undefined,
        changedAddresses: changedAddresses?.toString(),
      });
      return api.postFile(`/profiles/imports?${query}`, file, ImportReport);
    },
    onSuccess: ({ list, accepted }) => {
      if (accepted > 0) onImported(list);
    },
    // Of a refusal, too: the import may have been given up.
    onSettled: async () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['lists'] }),
        queries.invalidateQueries({ queryKey: ['look'] }),
      ]),
  });
};
