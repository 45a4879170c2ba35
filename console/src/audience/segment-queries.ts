import { useQuery } from '@tanstack/react-query';
import type { SegmentDetail, SegmentList } from '../../../domain/audience/segments.ts';
import { useApi } from '../shell/api.ts';

export const segmentsKey = ['segments'];

export const segmentAddress = (id: string): string => `/segments/${encodeURIComponent(id)}`;

/** The saved segments. */
export const useSegments = () => {
  const api = useApi();
  return useQuery({
    queryKey: segmentsKey,
    queryFn: async () => api.get<SegmentList>('/segments'),
    select: ({ items }) => items,
  });
};

/** A segment, and the campaigns that name it. */
export const useSegment = (id: string) => {
  const api = useApi();
  return useQuery({
    queryKey: [...segmentsKey, id],
    queryFn: async () => api.get<SegmentDetail>(segmentAddress(id)),
  });
};
