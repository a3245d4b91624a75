import { runExample } from './run-example.ts';

await runExample({
  about: 'Step 3: shows the details of one OAuth2 client.',
  ids: 'one',
  async run({ docspace, step, chosenIds }) {
    const [id] = await chosenIds();
    return step('Step 3: Retrieve private client details', () => docspace.getClientInfo(id));
  },
});
