import type { Stage } from '../stage/stage.ts';
import { MailServer } from './mail-server.ts';
import { openOffice } from './post-office.ts';

/** The same people with a mail server, and an office that brings it their letters. */
export async function mailed<All extends { stage: Stage }>(all: All) {
  const server = new MailServer();
  await server.up();
  const office = openOffice(all.stage, server.url);
  return {
    all,
    stage: all.stage,
    server,
    office,
    async [Symbol.asyncDispose]() {
      await office[Symbol.asyncDispose]();
      await server[Symbol.asyncDispose]();
      await all.stage[Symbol.asyncDispose]();
    },
  };
}
