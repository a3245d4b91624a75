import { runExample } from './run-example.ts';

await runExample({
  about: 'The full example: lists the OAuth2 clients and asks in four ways for the first one.',
  ids: 'none',
  async run({ docspace, step }) {
    const { clients } = await step('Step 1: Retrieve all OAuth2 clients', () => docspace.getClients());
    const id = clients[0]?.client_id;
    if (id === undefined) return { getClients: clients };

    const client = await step('Step 2: Retrieve a specific client by ID', () => docspace.getClient(id));
    const info = await step('Step 3: Retrieve private client details', () => docspace.getClientInfo(id));
    const shown = await step('Step 4: Retrieve public client information', () =>
      docspace.getPublicClientInfo(id),
    );
    const { found } = await step('Step 5: Retrieve bulk client information', () =>
      docspace.getClientsInfo([id]),
    );
    return {
      getClients: clients,
      getClient: client,
      getClientInfo: info,
      getPublicClientInfo: shown,
      getClientsInfo: found,
    };
  },
});
