/** The same object without its undefined fields: absent is absent. */
export function compact<T extends object>(object: { [K in keyof T]: T[K] | undefined }): T {
  const result: Partial<T> = {};
  for (const key of Object.keys(object) as (keyof T)[])
    if (object[key] !== undefined) result[key] = object[key];
  return result as T;
}
