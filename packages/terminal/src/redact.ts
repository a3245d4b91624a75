const mask = '••••';

export interface RedactOptions {
  readonly apiKey: string;
  /** Leaves client secrets in clear; the API key is masked all the same. @default false */
  readonly showSecrets?: boolean;
}

/** A copy of data in which client secrets are masked, and the API key too in case a server sends it back. */
export function redact<Data extends object>(data: Data, options: RedactOptions): Data {
  return redactObject(data, options) as Data;
}

function redactObject(data: object, options: RedactOptions): object {
  if (Array.isArray(data)) return data.map((item: unknown) => redactValue(item, options));
  return Object.fromEntries(
    Object.entries(data).map(([name, value]: [string, unknown]) => {
      const secret = !options.showSecrets && /secret/iu.test(name) && value !== null;
      return [name, secret ? mask : redactValue(value, options)];
    }),
  );
}

function redactValue(value: unknown, options: RedactOptions): unknown {
  if (typeof value === 'string') return hideKey(value, options.apiKey);
  return typeof value === 'object' && value !== null ? redactObject(value, options) : value;
}

/** Masks the API key in a text. A key shorter than 8 characters would match ordinary words and is no portal's key. */
export function hideKey(text: string, apiKey: string): string {
  return apiKey.length < 8 ? text : text.replaceAll(apiKey, mask);
}
