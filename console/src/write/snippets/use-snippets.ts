import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Snippet } from '../../../../domain/model/snippet.ts';
import type { SnippetDetail, SnippetPage } from '../../../../domain/write/snippet-routes.ts';
import { useApi } from '../../shell/api.ts';
import { pageAfter } from '../../shell/list-pages.ts';

const snippetsKey = ['snippets'];
const addressOf = (name: string): string => `/snippets/${encodeURIComponent(name)}`;

/** The snippets of the stage, by their names; more pages are fetched by hand. */
export const useSnippets = (search: string) => {
  const api = useApi();
  const query = new URLSearchParams({ search }).toString();
  return useInfiniteQuery({
    queryKey: [...snippetsKey, 'pages', search],
    queryFn: async ({ pageParam }) => api.get<SnippetPage>(pageAfter('/snippets', query, pageParam)),
    initialPageParam: '',
    getNextPageParam: ({ cursor }) => cursor,
    placeholderData: keepPreviousData,
  });
};

/** Who asks for it; undefined: nobody wants to know. */
export const useSnippetUsers = (name: string | undefined) => {
  const api = useApi();
  return useQuery({
    queryKey: [...snippetsKey, 'users', name],
    queryFn: async () => (await api.get<SnippetDetail>(addressOf(name ?? ''))).users,
    enabled: name !== undefined,
  });
};

/** Without a number it is a new one; who deletes says how many they know that ask for it. */
type Act =
  | { do: 'save'; name: string; text: string; version: number | undefined }
  | { do: 'delete'; name: string; usedBy: number; version: number };

/** What can be done to snippets; previews that show one are asked for again. */
export const useSnippetAct = () => {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (act: Act): Promise<unknown> => {
      const { name } = act;
      if (act.do === 'delete')
        return api.delete<SnippetDetail>(`${addressOf(name)}?usedBy=${act.usedBy}&version=${act.version}`);
      const { text, version } = act;
      return version === undefined
        ? api.post<Snippet>('/snippets', { name, text })
        : api.put<Snippet>(addressOf(name), { version, text });
    },
    onSettled: async () => queries.invalidateQueries({ queryKey: snippetsKey }),
  });
};
