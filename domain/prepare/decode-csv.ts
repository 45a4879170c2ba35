export const csvEncodings = ['utf-8', 'windows-1252'] as const;

export type DecodedCsv = { text: string; encoding: (typeof csvEncodings)[number] };

/**
 * UTF-8, with or without its mark. Bytes that cannot be UTF-8 are read as Windows-1252, the other form in which
 * western spreadsheets write CSV; every byte means something there, so it never fails.
 */
export const decodeCsv = (bytes: Uint8Array): DecodedCsv => {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' };
  }
};
