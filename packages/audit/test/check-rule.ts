import type { Level } from '@docspace-oauth/findings/report';
import { auditedClient } from '../src/audited-client.ts';
import type { ClientRule, PortalRule } from '../src/rule.ts';
import { app, today, type Fields } from './corpus/case.ts';

/** What one rule says about a harmless client with these fields instead of its own. */
export function messages(rule: ClientRule, fields: Fields, portalHost?: string): string[] {
  const client = auditedClient(app('Tasks', 'tasks.example', fields));
  const found = rule.check(client, { now: today.getTime(), portalHost });
  return Array.from(found, ({ message }) => message);
}

/** The same with the levels, for rules that have more than one. */
export function levels(rule: ClientRule, fields: Fields): Level[] {
  const client = auditedClient(app('Tasks', 'tasks.example', fields));
  const found = rule.check(client, { now: today.getTime(), portalHost: undefined });
  return Array.from(found, ({ level }) => level ?? rule.level);
}

/** What a rule about several clients says about clients with these names, whose ids are a, b, c and so on. */
export function comparison(rule: PortalRule, ...names: unknown[]): string[] {
  const run = rule.compare();
  names.forEach((name, index) => {
    const fields = { client_id: String.fromCodePoint(97 + index), name };
    run.add(auditedClient(app('Tasks', 'tasks.example', fields)));
  });
  return Array.from(
    run.found(),
    ({ subject, level, message }) => `${subject} ${level ?? rule.level}: ${message}`,
  );
}
