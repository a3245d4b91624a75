import type { ClientRule } from '../rule.ts';
import { rfc } from '../source.ts';

export const disabled: ClientRule = {
  id: 'disabled',
  title: 'A client that is no longer used is deleted, not only disabled',
  level: 'note',
  why: 'Disabling stops new authorizations; tokens that were issued before live on until they expire. It is a state and no mistake, so a note.',
  help: 'Delete the client if nobody needs it. If you disabled it because of an incident, let its users revoke their consent too.',
  source: rfc(7009, '3'),
  *check({ enabled }) {
    if (enabled === false)
      yield { message: 'The client is disabled; tokens that it already has live on until they expire.' };
  },
};
