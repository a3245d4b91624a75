const mask = '••••';

/** A copy of data with client secrets masked, and the API key too should a server send it back. */
export function redact(data: object, apiKey: string): object {
  if (Array.isArray(data)) return data.map((item: unknown) => redactValue(item, apiKey));
  return Object.fromEntries(
    Object.entries(data).map(([key, value]: [string, unknown]) => [
      key,
      /secret/iu.test(key) && value !== null ? mask : redactValue(value, apiKey),
    ]),
  );
}

function redactValue(value: unknown, apiKey: string): unknown {
  if (typeof value === 'string') return hideKey(value, apiKey);
  return typeof value === 'object' && value !== null ? redact(value, apiKey) : value;
}

/** Very short keys are left alone: they would match half of all words, and no real key is like that. */
export function hideKey(text: string, apiKey: string): string {
  return apiKey.length < 8 ? text : text.replaceAll(apiKey, mask);
}
