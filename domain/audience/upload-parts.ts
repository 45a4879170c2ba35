/** S3 takes 5 MiB to 5 GiB, the last part less (https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html). */
export const PART_BYTES = 8 * 1024 * 1024;

/** Eleven million rows of 90 bytes are read twice within the 15 minutes of a Lambda. */
export const MAX_UPLOAD_BYTES = 1_000_000_000;

/** Counts from 1, as S3 does; `start` is the place of its first byte in the file. */
export type Part = { number: number; start: number; bytes: number };

/** An empty file has one part, which is empty. */
export const partsOf = (bytes: number): Part[] =>
  Array.from({ length: Math.max(1, Math.ceil(bytes / PART_BYTES)) }, (_, index) => ({
    number: index + 1,
    start: index * PART_BYTES,
    bytes: Math.min(PART_BYTES, bytes - index * PART_BYTES),
  }));
