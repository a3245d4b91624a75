import { textOf, type JsonObject } from './json.ts';
import { createRandom, type Random } from './random.ts';
import type { StoredClient } from './seed.ts';
import { formatInstant } from './zoned-date-time.ts';

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
/** The length of the encrypted secret in a list; a clear one is as long as a UUID. */
const ENCRYPTED_LENGTH = 108;
const HOUR_MS = 3_600_000;

/**
 * Clients beyond those of the contract's examples. Each is a copy of an example with another id, name, dates, owner and
 * secret, so that the other fields are valid. All are older than the examples.
 */
export function generateClients(
  examples: readonly StoredClient[],
  count: number,
  seed: number,
): StoredClient[] {
  const random = createRandom(seed);
  const owners = [...new Set(examples.map(({ record }) => record['created_by'] ?? null))];
  let created = Math.min(...examples.map(({ record }) => Date.parse(textOf(record['created_on']))));
  const clients: StoredClient[] = [];
  for (let index = 0; index < count; index += 1) {
    const example = examples[index % examples.length];
    if (example === undefined) break;
    created -= 1000 + random.integer(HOUR_MS);
    const owner = owners[random.integer(owners.length)] ?? null;
    clients.push(variation(example, index, owner, created, random));
  }
  return clients;
}

function variation(
  { record, listed }: StoredClient,
  index: number,
  owner: JsonObject[string],
  created: number,
  random: Random,
): StoredClient {
  const id = random.uuid();
  const date = formatInstant(BigInt(created) * 1_000_000n + BigInt(random.integer(1000)) * 1000n);
  const changes = {
    id,
    client_id: id,
    name: `${textOf(record['name'])} ${index + 1}`,
    client_secret: random.uuid(),
    created_on: date,
    modified_on: date,
    created_by: owner,
    modified_by: owner,
  };
  return {
    id,
    record: overwrite(record, changes),
    listed: overwrite(listed, { client_secret: random.text(ENCRYPTED_LENGTH, BASE64) }),
  };
}

/** Changes only fields that are there: an example may leave one out for a reason. */
function overwrite(record: JsonObject, changes: JsonObject): JsonObject {
  const result: Record<string, JsonObject[string]> = { ...record };
  for (const [name, value] of Object.entries(changes)) if (name in record) result[name] = value;
  return result;
}
