import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { type DraftPreview, PreviewRequest } from '../../../domain/write/preview-routes.ts';
import { audienceOf } from '../form/draft-audience.ts';
import { mailOf } from '../form/draft-content.ts';
import { linksOf } from '../form/draft-links.ts';
import type { Draft } from '../form/draft.ts';
import { useApi } from '../shell/api.ts';

/** Milliseconds without a key before the mail is put together anew. */
const QUIET = 400;

/** A text once it has stayed the same for a moment. */
const useSettled = (text: string): string => {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), QUIET);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
};

/** A filter that is being written means nobody yet; then the list alone does. */
const requestOf = (draft: Draft, address: string): PreviewRequest | undefined => {
  if (draft.source.trim() === '') return undefined;
  const as = address.trim() === '' ? {} : { address: address.trim() };
  const rules = linksOf(draft);
  const links = rules === undefined ? {} : { links: rules };
  // Rules that are being written are none yet, either.
  const tries = [{ ...links, ...audienceOf(draft) }, audienceOf(draft), { list: draft.list }].map((meant) =>
    PreviewRequest.safeParse({ content: mailOf(draft), ...meant, ...as }),
  );
  return tries.find(({ success }) => success)?.data;
};

/** What the API makes of a content while it is written, and for whom. */
export type Previewing = {
  data: DraftPreview | undefined;
  error: unknown;
  /** Of the person who is to see it; empty: the first who is meant. */
  address: string;
  setAddress: (address: string) => void;
};

export const useDraftPreview = (draft: Draft): Previewing => {
  const api = useApi();
  const [address, setAddress] = useState('');
  const request = useSettled(JSON.stringify(requestOf(draft, address) ?? null));
  const { data, error } = useQuery({
    queryKey: ['draft-preview', request],
    queryFn: async () => api.post<DraftPreview>('/previews', JSON.parse(request)),
    enabled: request !== 'null',
    placeholderData: keepPreviousData,
    // Each has the texts of a whole mail.
    gcTime: 60_000,
  });
  return { data: request === 'null' ? undefined : data, error, address, setAddress };
};
