/** A signature of the portal, and when to stop using it. */
export interface Signature {
  readonly value: string;
  /** In milliseconds, on the clock of `performance.now()`. */
  readonly renewAt: number;
}

/** One signature for any number of calls. */
export interface Signatures {
  current(): Promise<Signature>;
  /** Another one than the refused; calls that were refused together share one exchange. */
  renew(refused: Signature): Promise<Signature>;
}

/** What portals issue, and what is assumed where a token says nothing readable. */
const LIFE_MS = { issued: 300_000, assumed: 60_000 };

export function createSignatures(exchange: () => Promise<Signature>): Signatures {
  let known: Signature | undefined;
  let pending: Promise<Signature> | undefined;
  async function run(): Promise<Signature> {
    try {
      known = await exchange();
      return known;
    } finally {
      // A failure is not remembered: the next call tries again.
      pending = undefined;
    }
  }
  const current = async (): Promise<Signature> => {
    if (known !== undefined && performance.now() < known.renewAt) return known;
    pending ??= run();
    return pending;
  };
  return {
    current,
    renew: async (refused) => {
      if (known === refused) known = undefined;
      return current();
    },
  };
}

/**
 * A signature that is used for four fifths of the token's life. The life is counted from the server's own time (its Date
 * header), because the clock of this machine may be minutes off.
 */
export function signatureOf(token: string, date: string | null): Signature {
  const serverNow = Date.parse(date ?? '') || Date.now();
  const told = expiry(token) - serverNow;
  const life = told > 0 ? Math.min(told, LIFE_MS.issued) : LIFE_MS.assumed;
  return { value: token, renewAt: performance.now() + life * 0.8 };
}

/** The `exp` of a JWT in milliseconds. Whether the token is genuine is the portal's business. */
function expiry(token: string): number {
  try {
    const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
    return typeof claims === 'object' && claims !== null && 'exp' in claims
      ? Number(claims.exp) * 1000
      : Number.NaN;
  } catch {
    return Number.NaN;
  }
}
