/** A part of an upload that is there. */
export type PartThere = { number: number; bytes: number; tag: string };

/** Files that come in parts, straight to where they are kept. */
export type Uploads = {
  /** Answers the id of the upload. */
  begin(key: string): Promise<string>;
  /** Where a part of exactly this size can be put for an hour, by anybody who has the address. */
  addressOf(key: string, uploadId: string, part: { number: number; bytes: number }): Promise<string>;
  /** Undefined: there is no such upload, or none any more. */
  parts(key: string, uploadId: string): Promise<PartThere[] | undefined>;
  /** False: there is no such upload any more. */
  complete(key: string, uploadId: string, parts: readonly PartThere[]): Promise<boolean>;
  /** Doing it again changes nothing. */
  abort(key: string, uploadId: string): Promise<void>;
  /** Bytes of the file; undefined: it is not there. */
  size(key: string): Promise<number | undefined>;
  /** @param end the byte behind the last one */
  read(key: string, start: number, end: number): Promise<Uint8Array>;
};
