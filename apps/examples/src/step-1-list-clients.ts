import { runExample } from './run-example.ts';

await runExample({
  about: 'Step 1: lists the OAuth2 clients of a DocSpace portal.',
  ids: 'none',
  async run({ docspace, step }) {
    const { clients } = await step('Step 1: Retrieve all OAuth2 clients', () => docspace.getClients());
    return clients;
  },
});
