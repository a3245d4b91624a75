import { runExample } from './run-example.ts';

await runExample({
  about: 'Step 4: shows what anyone may see of one OAuth2 client.',
  ids: 'one',
  async run({ docspace, step, chosenIds }) {
    const [id] = await chosenIds();
    return step('Step 4: Retrieve public client information', () => docspace.getPublicClientInfo(id));
  },
});
