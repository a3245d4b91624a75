/**
 * The public surface. Not exported here: the functions of the rules themselves, so that a rule can change how it looks
 * without a breaking change.
 */
export type { Finding, Level } from '@docspace-oauth/findings/report';
export type { Audit } from './audit.ts';
export { audit, startAudit } from './audit.ts';
export type { AuditOptions } from './options.ts';
export type { AuditRule } from './rule.ts';
export { rules } from './rules.ts';
