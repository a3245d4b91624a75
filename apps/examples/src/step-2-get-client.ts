import { runExample } from './run-example.ts';

await runExample({
  about: 'Step 2: shows one OAuth2 client, by its id.',
  ids: 'one',
  async run({ docspace, step, chosenIds }) {
    const [id] = await chosenIds();
    return step('Step 2: Retrieve a specific client by ID', () => docspace.getClient(id));
  },
});
