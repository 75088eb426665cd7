import { readFileSync } from 'node:fs';
import { type ErrorObject, type ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { parse } from 'yaml';
import { type FieldError, Problem } from './problems.js';

interface Schema {
  readonly type?: string;
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
}

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly explode?: boolean;
  readonly schema: Schema;
}

interface OperationObject {
  readonly operationId: string;
  readonly parameters?: readonly (Parameter | { readonly $ref: string })[];
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly schema: Schema | { readonly $ref: string } }>>;
  };
  readonly responses: Readonly<Record<string, unknown>>;
  readonly security?: readonly unknown[];
}

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<'get' | 'post', OperationObject>>>>;
}

/** The OpenAPI description, as data. */
export const description = parse(
  readFileSync(new URL('openapi.yaml', import.meta.url), 'utf8'),
) as Description;

/** True of an absolute http or https address without a user's name and password in it. */
function isWebAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return /^https?:$/.test(protocol) && !username && !password;
}

const ROOT = 'root';

/** The address, for `$ref`, of a part of what a validator was made from. */
export const pointer = (...path: readonly (string | number)[]): string =>
  `${ROOT}#/${path.map((part) => encodeURIComponent(String(part).replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')}`;

/** A validator of the parts of a schema, which knows what the description uses beyond JSON Schema. */
export function createValidator(schema: object): Ajv2020 {
  const ajv = new Ajv2020({ allErrors: true, verbose: true });
  formats.default(ajv);
  ajv.addFormat('web-address', isWebAddress);
  // The parts of the whole are no keywords of JSON Schema; they are only ever reached by `pointer`.
  ajv.addVocabulary(['x-reason', ...Object.keys(schema)]);
  return ajv.addSchema(schema, ROOT);
}

function reasonOf(error: ErrorObject): string {
  switch (error.keyword) {
    case 'required':
      return 'must be given';
    case 'additionalProperties':
      return 'is not known here';
    case 'enum':
      return `must be one of ${(error.params as { allowedValues: string[] }).allowedValues.join(', ')}`;
    case 'pattern':
    case 'format':
      return (error.parentSchema as { 'x-reason'?: string })['x-reason'] ?? error.message ?? 'is wrong';
    default:
      return (error.message ?? 'is wrong').replace('NOT', 'not');
  }
}

/** What a validator found, field by field; a field is named once. */
export function fieldErrors(errors: readonly ErrorObject[] | null | undefined): FieldError[] {
  const found = (errors ?? []).map((error): [string, FieldError] => {
    const params = error.params as { missingProperty?: string; additionalProperty?: string };
    const path = error.instancePath.split('/').slice(1);
    const field =
      [...path, params.missingProperty ?? params.additionalProperty ?? []].flat().join('.') || 'body';
    return [field, { field, reason: reasonOf(error) }];
  });
  return [...new Map(found).values()];
}

const validator = createValidator(description);

function check(validate: ValidateFunction, value: unknown): void {
  if (!validate(value)) throw Problem.fields(fieldErrors(validate.errors));
}

/** What a text stands for where a number or a truth is described; anything else stays text, and is found wrong. */
function typed(text: string, schema: Schema | undefined): unknown {
  if (schema?.type === 'integer' && /^\d{1,9}$/.test(text)) return Number(text);
  if (schema?.type === 'boolean' && /^(true|false)$/.test(text)) return text === 'true';
  return text;
}

/** A part of the description: the one given, or the one that it refers to. */
const resolved = <Part extends object>(part: Part | { readonly $ref: string }): Part =>
  '$ref' in part
    ? (part.$ref
        .split('/')
        .slice(1)
        .reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], description) as Part)
    : part;

/** One operation of the description, and the reading of its requests. */
export class Operation {
  readonly id: string;
  /** Only a moderator may. */
  readonly secured: boolean;
  /** A client may ask whether what it has is still right. */
  readonly revalidated: boolean;
  readonly mediaTypes: readonly string[];
  readonly #parameters: readonly Parameter[];
  readonly #validate: Readonly<Record<Parameter['in'], ValidateFunction>>;
  readonly #validateBody: ValidateFunction | undefined;
  readonly #fields: Readonly<Record<string, Schema>>;

  constructor(
    readonly method: 'get' | 'post',
    readonly path: string,
  ) {
    const object = description.paths[path]![method];
    this.id = object.operationId;
    this.secured = object.security !== undefined;
    this.revalidated = '304' in object.responses;
    this.mediaTypes = Object.keys(object.requestBody?.content ?? {});

    const parameters = (object.parameters ?? []).map((parameter, index) => ({
      ...resolved(parameter),
      place:
        '$ref' in parameter
          ? parameter.$ref.split('/').slice(1)
          : ['paths', path, method, 'parameters', index],
    }));
    const validateIn = (where: Parameter['in']) => {
      const here = parameters.filter((parameter) => parameter.in === where);
      return validator.compile({
        type: 'object',
        properties: Object.fromEntries(
          here.map(({ name, place }) => [name, { $ref: pointer(...place, 'schema') }]),
        ),
        required: here.filter(({ required }) => required).map(({ name }) => name),
        additionalProperties: false,
      });
    };
    this.#parameters = parameters;
    this.#validate = { path: validateIn('path'), query: validateIn('query'), header: validateIn('header') };
    const [mediaType] = this.mediaTypes;
    // Every media type of a body is described by the same schema.
    const schema = mediaType === undefined ? undefined : object.requestBody?.content[mediaType]?.schema;
    this.#fields = (schema && resolved(schema).properties) ?? {};
    this.#validateBody =
      mediaType === undefined
        ? undefined
        : validator.compile({
            $ref: pointer('paths', path, method, 'requestBody', 'content', mediaType, 'schema'),
          });
  }

  readPath(values: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
    check(this.#validate.path, values);
    return values;
  }

  /** The query's values with their types, in the order in which the query names them, then the defaults. */
  readQuery(query: URLSearchParams): Readonly<Record<string, unknown>> {
    const values: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
    for (const name of new Set(query.keys())) {
      const given = query.getAll(name);
      const parameter = this.#parameters.find((known) => known.in === 'query' && known.name === name);
      // Only lists say how they are written: all in one, or one each.
      if (parameter?.explode === true) values[name] = given;
      else if (given.length > 1) throw Problem.fields([{ field: name, reason: 'must not be given twice' }]);
      else if (parameter?.explode === false) values[name] = given[0]!.split(',');
      else values[name] = typed(given[0]!, parameter?.schema);
    }
    check(this.#validate.query, values);
    for (const { in: where, name, schema } of this.#parameters) {
      if (where === 'query' && schema.default !== undefined) values[name] ??= schema.default;
    }
    return values;
  }

  readHeaders(header: (name: string) => string | undefined): Readonly<Record<string, string>> {
    const values: Record<string, string> = {};
    for (const { in: where, name } of this.#parameters) {
      const value = where === 'header' ? header(name) : undefined;
      if (value !== undefined) values[name] = value;
    }
    check(this.#validate.header, values);
    return values;
  }

  /**
   * The fields of a form: numbers from their digits, objects from fields named `object[property]` (`deepObject`, as
   * OpenAPI calls it).
   */
  readForm(form: Readonly<Record<string, string>>): Readonly<Record<string, unknown>> {
    const body = new Map<string, unknown>();
    for (const [name, value] of Object.entries(form)) {
      const [, object = '', property = ''] = /^(\w+)\[(.+)\]$/s.exec(name) ?? [];
      if (this.#fields[object]?.type === 'object')
        body.set(object, { ...(body.get(object) as object | undefined), [property]: value });
      else body.set(name, typed(value, this.#fields[name]));
    }
    return this.readBody(Object.fromEntries(body));
  }

  /** The body's fields: texts trimmed, line ends made one kind, empty fields left out. */
  readBody(body: unknown): Readonly<Record<string, unknown>> {
    const tidied =
      body !== null && typeof body === 'object' && !Array.isArray(body)
        ? Object.fromEntries(
            Object.entries(body)
              .map(([name, value]: [string, unknown]) => [
                name,
                typeof value === 'string' ? value.replaceAll(/\r\n?/g, '\n').trim() : value,
              ])
              .filter(([, value]) => value !== ''),
          )
        : body;
    if (this.#validateBody) check(this.#validateBody, tidied);
    return tidied as Readonly<Record<string, unknown>>;
  }
}

/** Every operation of the description. */
export const operations: readonly Operation[] = Object.entries(description.paths).flatMap(([path, methods]) =>
  (Object.keys(methods) as ('get' | 'post')[]).map((method) => new Operation(method, path)),
);
