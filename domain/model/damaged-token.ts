const percentDecoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** Characters that no token has. */
const foreign = /[^\w.-]+/g;

/**
 * What the token of a link may have been before programs took it for plain text: with `)`, `>`, `%3D` and the like
 * behind it, or with the marks of quoted-printable in it (`=` before a line break, `=2E` for a dot; RFC 2045, section
 * 6.7). None of them can lead to somebody else: each has to be signed, or known, as a whole.
 */
export const readingsOf = (token: string): Set<string> => {
  const decoded = percentDecoded(percentDecoded(token)).replace(foreign, (marks, at) => (at === 0 ? '' : marks));
  const unquoted = decoded.replaceAll(/=([\dA-Fa-f]{2})/g, (_, code: string) =>
    String.fromCodePoint(Number.parseInt(code, 16)),
  );
  return new Set([
    decoded.replace(/[^\w.-].*$/s, ''),
    decoded.replaceAll(foreign, ''),
    unquoted.replaceAll(foreign, ''),
  ]);
};
