/** One way in which a value breaks its schema. */
export interface SchemaError {
  /** JSON pointer into the value; empty for the whole of it. */
  readonly pointer: string;
  /** What is wrong there, in the schema's words: it never quotes the value. */
  readonly message: string;
  /** The keyword of JSON Schema that is broken. */
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** The name that is wrong, where a name of a property is. */
  readonly propertyName?: string;
}

/**
 * Checks values against the schemas of one contract. Each method gives what is wrong: an empty list if nothing is, and
 * undefined if the contract declares no such thing.
 */
export interface ContractChecks {
  /** A parsed JSON body, or the text of any other. */
  body(operationId: string, status: number, mediaType: string, value: unknown): SchemaError[] | undefined;
  /** A response header as text. */
  header(operationId: string, status: number, name: string, value: string): SchemaError[] | undefined;
  /** All values that a request has for a parameter, as text. */
  parameter(operationId: string, name: string, values: readonly string[]): SchemaError[] | undefined;
}

/** A compiled schema, in the form that Ajv gives it. */
export interface Validate {
  (value: unknown): boolean;
  errors?:
    | {
        instancePath: string;
        message?: string;
        keyword: string;
        params: Record<string, unknown>;
        propertyName?: string;
      }[]
    | null
    | undefined;
}

/** A compiled schema of a header or a parameter, and the type that its text stands for. */
export interface TextValidate {
  readonly validate: Validate;
  readonly type: unknown;
}

/** Every compiled schema of a contract, by the keys below. */
export interface CompiledSchemas {
  readonly bodies: Readonly<Record<string, Validate>>;
  readonly headers: Readonly<Record<string, TextValidate>>;
  readonly parameters: Readonly<Record<string, TextValidate>>;
}

export function bodyKey(operationId: string, status: number, mediaType: string): string {
  return `${operationId} ${status} ${mediaType}`;
}

export function headerKey(operationId: string, status: number, name: string): string {
  return `${operationId} ${status} ${name.toLowerCase()}`;
}

export function parameterKey(operationId: string, name: string): string {
  return `${operationId} ${name}`;
}

/** What is wrong with a value. */
export function errorsOf(validate: Validate, value: unknown): SchemaError[] {
  if (validate(value)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message = 'is invalid', keyword, params, propertyName }) => ({
      pointer: instancePath,
      message,
      keyword,
      params,
      ...(propertyName !== undefined && { propertyName }),
    }),
  );
}

/** The value that a text stands for, where its schema wants a number. */
function typed(type: unknown, text: string): unknown {
  return type === 'integer' && /^-?\d+$/u.test(text) ? Number(text) : text;
}

export function createChecks({ bodies, headers, parameters }: CompiledSchemas): ContractChecks {
  const own = <T>(table: Readonly<Record<string, T>>, key: string): T | undefined =>
    Object.hasOwn(table, key) ? table[key] : undefined;
  return {
    body(operationId, status, mediaType, value) {
      const validate = own(bodies, bodyKey(operationId, status, mediaType));
      return validate && errorsOf(validate, value);
    },
    header(operationId, status, name, value) {
      const found = own(headers, headerKey(operationId, status, name));
      return found && errorsOf(found.validate, typed(found.type, value));
    },
    parameter(operationId, name, values) {
      const found = own(parameters, parameterKey(operationId, name));
      if (!found) return undefined;
      const [only, ...more] = values;
      const single = found.type !== 'array' && only !== undefined && more.length === 0;
      return errorsOf(found.validate, single ? typed(found.type, only) : values);
    },
  };
}
