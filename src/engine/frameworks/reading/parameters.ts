/** Parameters of paths. */

/** True where the path has `:name`. */
export function hasParameter(path: string, name: string): boolean {
  return path.match(/:\w+/g)?.includes(`:${name}`) === true;
}
