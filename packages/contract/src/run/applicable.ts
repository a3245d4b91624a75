import type { Case, ClientKind, Needs } from '../cases/case.ts';
import type { Facts } from '../target/facts.ts';
import { countOf, describeFacts } from '../target/discover.ts';
import { hasTies } from '../target/facts.ts';
import type { Target } from '../target/target.ts';
import { clientFor } from './references.ts';

/** Why a case means nothing on a server, before anything of it is asked; undefined if it does. */
export function notApplicable(one: Case, target: Target): string | undefined {
  const { onlyOn, prefer, request, needs } = one;
  const { kind, facts } = target;
  if (onlyOn && !onlyOn.servers.includes(kind)) return onlyOn.because;
  if (prefer && kind === 'live') return 'A live server cannot be asked for one of its declared responses.';
  return target.missing(request.sender) ?? unmet(needs, facts);
}

/** Whether a case is about clients that a server has, so that a server which only knows the contract cannot be asked. */
export function needsClients({ stateless, prefer }: Case): boolean {
  return !stateless && prefer === undefined;
}

const kinds: Readonly<Record<ClientKind, string>> = {
  'without-description': 'without a description',
  'without-urls': 'without addresses',
  disabled: 'disabled',
  private: 'not offered to others',
};

function unmet(needs: Needs, facts: Facts): string | undefined {
  const { clients = 0, exactly, client, tied, anotherOwner } = needs;
  const { rows, complete } = facts;
  const there = describeFacts(facts);
  if (rows.length < clients) return `It needs at least ${countOf(clients)}; ${there}.`;
  if (exactly !== undefined && (rows.length !== exactly || !complete)) {
    return `It needs exactly ${countOf(exactly)}; ${there}.`;
  }
  if (client !== undefined && !clientFor(needs, facts)) {
    return `It needs a client that is ${kinds[client]}; ${there}, none of them like this.`;
  }
  if (tied && !hasTies(rows)) return `It needs two clients with the same date; ${there}.`;
  if (anotherOwner && !facts.another) return 'It needs a client of another user.';
  return undefined;
}
