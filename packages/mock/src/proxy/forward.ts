import type { Contract } from './contract.ts';
import { HttpProblem } from './http-problem.ts';
import type { Match, Operations } from './operations.ts';
import type { ProxySettings } from './settings.ts';
import { createSignatures, signatureOf, type Signature } from './signatures.ts';
import { createUpstream, type UpstreamAnswer } from './upstream.ts';

/** Asks the upstream for what a browser wants, with the credential that the operation takes. */
export type Forward = (
  match: Match,
  accept: string | undefined,
  signal: AbortSignal,
) => Promise<UpstreamAnswer>;

const JWT = /^[\w-]+\.[\w-]+\.[\w-]+$/u;

export function createForward(
  contract: Contract,
  { token }: Operations,
  settings: ProxySettings,
  closing: AbortSignal,
): Forward {
  const ask = createUpstream(settings);
  const signatureHeader = signatureHeaderOf(contract);

  async function exchange(): Promise<Signature> {
    // No caller's signal: others may wait for the same token.
    const answer = await ask(
      token.path as `/${string}`,
      { accept: 'application/json', authorization: `Bearer ${settings.apiKey}` },
      closing,
    );
    const value = answer.status === 200 ? tokenOf(answer.body) : undefined;
    if (value === undefined) throw new HttpProblem(502, exchangeFailure(answer.status));
    return signatureOf(value, answer.headers.get('date'));
  }
  const signatures = createSignatures(exchange);

  return async ({ operation, target }, accept, signal) => {
    const gone = AbortSignal.any([signal, closing]);
    const send = async (signature?: Signature): Promise<UpstreamAnswer> =>
      ask(
        target as `/${string}`,
        {
          ...(accept === undefined ? {} : { accept }),
          ...(signature === undefined ? {} : { [signatureHeader]: signature.value }),
        },
        gone,
      );
    // An invalid signature would break an anonymous operation, so it gets none at all.
    if (operation.anonymous) return send();
    const signature = await signatures.current();
    const answer = await send(signature);
    // A 403 without a body refuses the signature, one with a body the role.
    if (answer.status !== 403 || answer.body.length > 0) return answer;
    return send(await signatures.renew(signature));
  };
}

function signatureHeaderOf(contract: Contract): string {
  for (const scheme of Object.values(contract.components?.securitySchemes ?? {})) {
    if (scheme.type === 'apiKey' && scheme.in === 'header' && scheme.name !== undefined) return scheme.name;
  }
  throw new TypeError('The contract has no header for a signature');
}

function tokenOf(body: Buffer): string | undefined {
  try {
    const envelope: unknown = JSON.parse(body.toString('utf8'));
    const token =
      typeof envelope === 'object' && envelope !== null && 'response' in envelope ? envelope.response : '';
    return typeof token === 'string' && JWT.test(token) ? token : undefined;
  } catch {
    return undefined;
  }
}

const exchangeFailures: Readonly<Record<number, string>> = {
  200: 'answered something that is no token; is it a DocSpace portal?',
  401: 'refused the API key; is it right and still valid?',
  403: 'refused the API key; is it unrestricted, or has it a scope for reading?',
  429: 'allows no further token exchange for now; is the key used elsewhere too?',
};

function exchangeFailure(status: number): string {
  const what = exchangeFailures[status] ?? `answered ${status} instead of a token; is it a DocSpace portal?`;
  return `The upstream's token endpoint ${what}`;
}
