import { useQuery } from '@tanstack/react-query';
import { Lists } from '../../../domain/audience/api.ts';
import { useApi } from '../shell/api.ts';

/** The lists of profiles. */
export const useLists = () => {
  const api = useApi();
  return useQuery({
    queryKey: ['lists'],
    queryFn: async () => api.get('/lists', Lists),
    select: ({ items }) => items,
  });
};

/** Imports that could not be written, until their list is imported again. */
export const useGivenUpImports = () => {
  const api = useApi();
  return useQuery({
    queryKey: ['lists'],
    queryFn: async () => api.get('/lists', Lists),
    select: ({ givenUp }) => givenUp,
  });
};
