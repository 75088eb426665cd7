/**
 * The same object without its undefined fields: absent is absent, whatever a page has put on Object.prototype.
 */
export function compact<T extends object>(object: { [K in keyof T]: T[K] | undefined }): T {
  const result = { __proto__: null } as unknown as Partial<T>;
  for (const key of Object.keys(object) as (keyof T)[])
    if (object[key] !== undefined) result[key] = object[key];
  return result as T;
}
