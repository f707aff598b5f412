import { expect, test } from './fixtures.ts';
import { leaksIn } from './leaks.ts';
import { Person } from './person.ts';
import { kenalServer } from './server.ts';

/**
 * Every server of the suite is looked through when it ends (`destroy` in server.ts). Here: that this finds what it
 * is to find, and that a whole onboarding at the most talkative level leaves nothing to be found.
 */
test('nothing that was read or typed is in the output, and the look for it is not blind', async ({
  page,
}) => {
  const server = await kenalServer({ LOG_LEVEL: 'trace' });
  await server.start();
  const person = new Person(page);
  await person.reachForm(server.url, 'Malaysia');
  await person.field(/E-mail or phone/).fill('somebody.talkative@example.com');
  await person.send();
  await person.reference();
  const output = server.output();
  expect(output).toContain('/api/applications');
  expect(await leaksIn(output, server.dataDir)).toEqual([]);
  expect(await leaksIn(`${output}somebody.talkative@example.com`, server.dataDir)).toEqual(['applications']);
  expect(await leaksIn(`${output}630729-35-7837 eyJa.eyJb.c /status/x#y`, server.dataDir)).toContain(
    'tokens',
  );
  await server.destroy();
});
