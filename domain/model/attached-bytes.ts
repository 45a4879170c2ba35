/** Of files together, before they are put into a message. */
export const bytesOfAll = (attachments: readonly { bytes: number }[]): number =>
  attachments.reduce((sum, { bytes }) => sum + bytes, 0);

/** In the message: Base64 in lines of 76 characters and their ends (RFC 2045, section 6.8). */
export const inMessage = (bytes: number): number => Math.ceil((Math.ceil(bytes / 3) * 4 * 78) / 76);
