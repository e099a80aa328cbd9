import { MailServer } from '../../server/test/mail/mail-server.ts';
import { newDatabase } from '../../server/test/postgres/new-database.ts';
import { StageServer } from './server.ts';
import { test as base } from './test.ts';

/** A journey in which mail is sent, to a real mail server of the test's own. */
export const test = base.extend<{ post: MailServer }>({
  post: async ({ browserName: _ }, use) => {
    await using post = new MailServer();
    await post.up();
    await use(post);
  },
  server: async ({ cluster, post }, use) => {
    const databaseUrl = cluster && (await newDatabase(cluster.url('postgres')));
    const mail = { SMTP_URL: post.url, MAIL_FROM: 'Confab <confab@example.org>' };
    await using server = await StageServer.start('serve', databaseUrl, false, mail);
    await use(server);
  },
});
