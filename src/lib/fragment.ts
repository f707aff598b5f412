/**
 * What stands behind the `#` of this page's address. It leaves the address at once: an address is copied, shared and
 * kept.
 */
export function takeFragment(): string {
  const text = location.hash.slice(1);
  history.replaceState(history.state, '', location.pathname);
  return text;
}
