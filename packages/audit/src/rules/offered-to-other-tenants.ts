import type { ClientRule } from '../rule.ts';

export const offeredToOtherTenants: ClientRule = {
  id: 'offered-to-other-tenants',
  title: 'A client is offered to other tenants only on purpose',
  level: 'note',
  why: 'Users of other portals can authorize it, and see its name as that of an app of yours. A vendor of apps wants that, so it is a note.',
  help: 'If the app is for your own users, make it not public.',
  source: {
    title: 'ONLYOFFICE API reference: get-client, is_public',
    url: 'https://api.onlyoffice.com/docspace/api-backend/usage-api/get-client',
  },
  *check({ isPublic }) {
    if (isPublic === true)
      yield { message: 'The client is public: users of other tenants can authorize it.' };
  },
};
