/** Two 32-bit halves of one hash of a text. */
export type Hash64 = { high: number; low: number };

/**
 * cyrb53's two mixed lanes (public domain, github.com/bryc/code), over UTF-16 units, without its cut to 53 bits.
 * Not for secrets: for finding again. Two of n texts meet with a probability of about n² / 2⁶⁵.
 */
export const hash64 = (text: string): Hash64 => {
  let one = 0xdeadbeef;
  let other = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    one = Math.imul(one ^ unit, 2_654_435_761);
    other = Math.imul(other ^ unit, 1_597_334_677);
  }
  const low = Math.imul(one ^ (one >>> 16), 2_246_822_507) ^ Math.imul(other ^ (other >>> 13), 3_266_489_909);
  const high = Math.imul(other ^ (other >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  return { high: high >>> 0, low: low >>> 0 };
};
