import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Stage } from '../stage.ts';
import type { Bundle } from './bundle.ts';

/** The smallest room page: pictures and sound of everyone else. What it does, tests tell it to. */
const page = `<!doctype html><meta charset="utf-8"><title>Room</title><body>
<script type="module">
  import * as media from '/media.js';
  const who = new URLSearchParams(location.search);
  window.media = media;
  window.ticket = async (kind) => (await fetch('/ticket?kind=' + kind + '&' + who)).json();
</script>`;

/** Serves the page, the library and fresh tickets for whoever the page says it is. */
export const site =
  (bundle: Bundle, stage: () => Stage) =>
  (request: IncomingMessage, response: ServerResponse): void => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const send = (type: string, body: string): void => {
      response.writeHead(200, { 'content-type': type }).end(body);
    };
    const code = bundle.get(pathname);
    if (code !== undefined) return send('text/javascript', code);
    if (pathname !== '/ticket') return send('text/html', page);
    const kind = searchParams.get('kind') === 'probe' ? 'probe' : 'room';
    const personId = searchParams.get('personId') ?? '';
    const name = searchParams.get('name') ?? '';
    void stage()
      .grant({ kind, personId, name })
      .then((grant) =>
        send('application/json', JSON.stringify({ ok: true, value: { grant, node: '' } })),
      );
  };
