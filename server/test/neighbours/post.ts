import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { json } from 'node:stream/consumers';

/** Asks as a page of ours does, on a connection of its own. */
export async function post(
  origin: string,
  path: string,
  body: object,
  cookie = '',
): Promise<{ status: number; cookie: string; answer: unknown }> {
  const { hostname, port, host } = new URL(origin);
  const headers = { host, origin, cookie, 'content-type': 'application/json' };
  const asked = request({ hostname, port, path, headers, method: 'POST', agent: false, family: 4 });
  asked.end(JSON.stringify(body));
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  const set = response.headers['set-cookie'] ?? [];
  return {
    status: response.statusCode ?? 0,
    cookie: set.map((one) => one.split(';')[0]).join('; '),
    answer: await json(response),
  };
}
