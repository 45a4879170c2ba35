import { useQuery } from '@tanstack/react-query';
import type { Lists } from '../../../domain/audience/api.ts';
import { useApi } from '../shell/api.ts';

/** The lists of profiles. */
export const useLists = () => {
  const api = useApi();
  return useQuery({
    queryKey: ['lists'],
    queryFn: async () => api.get<Lists>('/lists'),
    select: ({ items }) => items,
  });
};

/** Names of lists of which something that is kept cannot be read. */
export const useUnreadableLists = () => {
  const api = useApi();
  return useQuery({
    queryKey: ['lists'],
    queryFn: async () => api.get<Lists>('/lists'),
    select: ({ unreadable }) => unreadable,
  });
};

/** Imports that could not be written, until their list is imported again. */
export const useGivenUpImports = () => {
  const api = useApi();
  return useQuery({
    queryKey: ['lists'],
    queryFn: async () => api.get<Lists>('/lists'),
    select: ({ givenUp }) => givenUp,
  });
};
