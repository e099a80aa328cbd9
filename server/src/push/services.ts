/**
 * The service that takes pushes to this endpoint: its host, with a port that is not the usual one.
 * An endpoint comes from a browser, so whoever has an account can name any address: nothing is sent
 * to one that is not of an allowed service.
 * @returns null where it is not https or of no allowed service
 */
export function serviceOf(endpoint: string, allowed: readonly string[]): string | null {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : null;
  if (url?.protocol !== 'https:' || url.username !== '' || url.password !== '') return null;
  const { host } = url;
  const fits = (one: string) =>
    one.startsWith('*.')
      ? host.endsWith(one.slice(1)) && host.length > one.length - 1
      : host === one;
  return allowed.some(fits) ? host : null;
}
