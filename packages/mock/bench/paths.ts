const ID = 'c1a7e5d0-8f3b-4c26-9b1e-2d7f60a4e831';

/** One client of the contract's examples: an answer of the same size, however many clients there are. */
export const single: string = `/api/2.0/clients/${ID}`;

export const list: string = '/api/2.0/clients';

/** The operations that answer with one client. */
export const ofOneClient: readonly string[] = [
  single,
  `/api/2.0/clients/${ID}/info`,
  `/api/2.0/clients/public/${ID}/info`,
  `/api/2.0/clients/info?ids=${ID}`,
];
