import { keepPreviousData, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { PicturePage, PictureView } from '../../../../domain/write/picture-routes.ts';
import { useApi } from '../../shell/api.ts';
import { pageAfter } from '../../shell/list-pages.ts';
import { shrunk } from './shrink.ts';

const picturesKey = ['pictures'];

/** The pictures that are offered, the newest first; more pages are fetched by hand. */
export const usePictures = (search: string) => {
  const api = useApi();
  const query = new URLSearchParams({ search }).toString();
  return useInfiniteQuery({
    queryKey: [...picturesKey, search],
    queryFn: async ({ pageParam }) => api.get(pageAfter('/pictures', query, pageParam), PicturePage),
    initialPageParam: '',
    getNextPageParam: ({ cursor }) => cursor,
    placeholderData: keepPreviousData,
  });
};

/** Uploads files one after the other, each as a mail needs it. */
export const useUploadPictures = () => {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (files: readonly File[]) => {
      const pictures: PictureView[] = [];
      for (const file of files) {
        const query = new URLSearchParams({ name: file.name.slice(0, 200) });
        pictures.push(await api.postFile(`/pictures?${query.toString()}`, await shrunk(file), PictureView));
      }
      return pictures;
    },
    // Those before one that is refused are there.
    onSettled: async () => queries.invalidateQueries({ queryKey: picturesKey }),
  });
};

export const useRemovePicture = () => {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (id: string) => api.delete(`/pictures/${id}`, PictureView),
    onSettled: async () => queries.invalidateQueries({ queryKey: picturesKey }),
  });
};
