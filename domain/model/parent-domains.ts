/** The domain of the key of an address and those above it that have a dot: `a.b.example` and `b.example`. */
export const domainsOf = (addressKey: string): string[] => {
  const labels = addressKey.slice(addressKey.lastIndexOf('@') + 1).split('.');
  return labels.slice(0, -1).map((_label, from) => labels.slice(from).join('.'));
};
