/** How people compare a fingerprint: the first 16 digits of the manifest hash in groups of four. */
export const fingerprint = (manifestHash: string): string => manifestHash.slice(0, 16).match(/.{4}/g)?.join(' ') ?? '';
