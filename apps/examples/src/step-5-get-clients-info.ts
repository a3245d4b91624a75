import { runExample } from './run-example.ts';

await runExample({
  about: 'Step 5: shows several OAuth2 clients at once, by their ids.',
  ids: 'many',
  async run({ docspace, step, chosenIds }) {
    const ids = await chosenIds();
    const { found } = await step('Step 5: Retrieve bulk client information', () =>
      docspace.getClientsInfo(ids),
    );
    return found;
  },
});
