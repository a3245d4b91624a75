import type { Client } from '@docspace-oauth/api';

/** The columns of `docspace-oauth list`, from left to right: fields of a client. */
export const listColumns = [
  'client_id',
  'name',
  'enabled',
  'is_public',
  'created_on',
] as const satisfies readonly (keyof Client)[];
