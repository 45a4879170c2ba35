import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Content } from '../../../domain/model/campaign.ts';
import type { MailTemplate } from '../../../domain/model/mail-template.ts';
import type { TemplateDetail, TemplatePage } from '../../../domain/write/template-routes.ts';
import { useApi } from '../shell/api.ts';
import { pageAfter } from '../shell/list-pages.ts';

const templatesKey = ['templates'];
const addressOf = (id: string): string => `/templates/${encodeURIComponent(id)}`;

/** The templates that people of the stage saved, by their names; more pages are fetched by hand. */
export const useSavedTemplates = (search = '') => {
  const api = useApi();
  const query = new URLSearchParams({ search }).toString();
  return useInfiniteQuery({
    queryKey: [...templatesKey, 'pages', search],
    queryFn: async ({ pageParam }) => api.get<TemplatePage>(pageAfter('/templates', query, pageParam)),
    initialPageParam: '',
    getNextPageParam: ({ cursor }) => cursor,
    placeholderData: keepPreviousData,
  });
};

/** One of them, with its content. */
export const useSavedTemplate = (id: string | undefined) => {
  const api = useApi();
  return useQuery({
    queryKey: [...templatesKey, id],
    queryFn: async () => api.get<TemplateDetail>(addressOf(id ?? '')),
    enabled: id !== undefined,
    retry: false,
  });
};

type Act =
  | { do: 'create'; name: string; content: Content }
  | { do: 'take'; of: MailTemplate; name: string; content: Content }
  | { do: 'rename' | 'copy'; of: MailTemplate; name: string }
  | { do: 'delete'; of: MailTemplate };

/** Each of the things that can be done to templates; afterwards all lists of them are asked for again. */
export const useTemplateAct = () => {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (act: Act): Promise<MailTemplate> => {
      if (act.do === 'create') return api.post<MailTemplate>('/templates', { name: act.name, content: act.content });
      const address = addressOf(act.of.id);
      if (act.do === 'copy') return api.post<MailTemplate>(`${address}/copy`, { name: act.name });
      const { version } = act.of;
      if (act.do === 'delete') return api.delete<MailTemplate>(`${address}?version=${version}`);
      const content = act.do === 'take' ? { content: act.content } : {};
      return api.put<MailTemplate>(address, { version, name: act.name, ...content });
    },
    onSettled: async () => queries.invalidateQueries({ queryKey: templatesKey }),
  });
};

/** Fetches one of them, to begin with it. */
export const useTakeTemplate = () => {
  const api = useApi();
  return useMutation({ mutationFn: async (id: string) => api.get<TemplateDetail>(addressOf(id)) });
};
