/** The fields that a portal may send as the text `null` in a single read, because its cache keeps texts only. */
const fields = ['description', 'website_url', 'terms_url', 'policy_url', 'logo'];

/** Turns the text `null` back into null. A description that really is this word cannot be told from it. */
export function withoutNullTexts<T>(client: T): T {
  const record = client as Record<string, unknown>;
  for (const field of fields) if (record[field] === 'null') record[field] = null;
  return client;
}
