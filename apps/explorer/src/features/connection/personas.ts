/** Keys of the mock, each of which is someone else. A key of a portal is never given to a page. */
export const personas = [
  { key: 'admin-1', who: 'an administrator, who sees all clients' },
  { key: 'user-1', who: 'a user, who sees their own' },
  { key: 'guest-1', who: 'a guest, who is refused' },
  { key: 'expired-1', who: 'someone whose key is not accepted' },
  { key: 'restricted-1', who: 'someone whose key lacks the permission' },
  { key: 'limited-3', who: 'an administrator with three calls a minute' },
] as const;

export type PersonaKey = (typeof personas)[number]['key'];
