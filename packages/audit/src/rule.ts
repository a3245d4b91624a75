import type { Level, Rule } from '@docspace-oauth/findings/report';
import type { AuditedClient } from './audited-client.ts';

/** A rule of the audit. Each one has a source and says what to do. */
export interface AuditRule extends Rule {
  readonly help: string;
  readonly source: { readonly title: string; readonly url: string };
  /** Why it matters, and so why it has its level. */
  readonly why: string;
}

/** What a rule has found about one client. */
export interface Found {
  /** A sentence with the value, which went through `quote`. */
  readonly message: string;
  /** Where this case is more or less serious than the rule's level says. */
  readonly level?: Level;
}

/** What a rule may know beside the client. */
export interface Context {
  /** In milliseconds since 1970. */
  readonly now: number;
  /** The host of the portal, in lower case, where it is known. */
  readonly portalHost: string | undefined;
}

/** A rule that looks at one client at a time. */
export interface ClientRule extends AuditRule {
  readonly check: (client: AuditedClient, context: Context) => Iterable<Found>;
}

/** A rule that compares clients with each other, so its findings are known when the last client has been seen. */
export interface PortalRule extends AuditRule {
  readonly compare: () => Comparison;
}

/** One run of such a rule. It keeps as little of a client as it needs, because a portal may have thousands. */
export interface Comparison {
  readonly add: (client: AuditedClient) => void;
  readonly found: () => Iterable<Found & { readonly subject: string }>;
}
