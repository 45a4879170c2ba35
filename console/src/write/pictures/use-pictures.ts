import { keepPreviousData, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import type { PicturePage, PictureView } from '../../../../domain/write/picture-routes.ts';
import { MOST_PICTURE_BYTES } from '../../../../domain/write/picture-file.ts';
import { useApi, ApiProblem } from '../../shell/api.ts';
import { pageAfter } from '../../shell/list-pages.ts';
import { shrunk } from './shrink.ts';

const picturesKey = ['pictures'];

/** The pictures that are offered, the newest first; more pages are fetched by hand. */
export const usePictures = (search: string) => {
  const api = useApi();
  const query = new URLSearchParams({ search }).toString();
  return useInfiniteQuery({
    queryKey: [...picturesKey, search],
    queryFn: async ({ pageParam }) => api.get<PicturePage>(pageAfter('/pictures', query, pageParam)),
    initialPageParam: '',
    getNextPageParam: ({ cursor }) => cursor,
    placeholderData: keepPreviousData,
  });
};

/** What does not fit into a request never reaches the API, which could say so. */
const refuseTooLarge = ({ size }: Blob): void => {
  if (size <= MOST_PICTURE_BYTES) return;
  const facts = { bytes: size, maxBytes: MOST_PICTURE_BYTES };
  throw new ApiProblem(413, 'too-large', { detail: '', mend: '', cause: 'pictureTooLarge', facts });
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
        const picture = await shrunk(file);
        refuseTooLarge(picture);
        pictures.push(await api.postFile<PictureView>(`/pictures?${query.toString()}`, picture));
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
    mutationFn: async (id: string) => api.delete<PictureView>(`/pictures/${id}`),
    onSettled: async () => queries.invalidateQueries({ queryKey: picturesKey }),
  });
};
