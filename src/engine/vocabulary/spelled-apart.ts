/** Names of several words with a mark between them: `apiKeys` as `api_Keys`. */
export function spelledApart(name: string, mark = "_"): string {
  return name.replace(/([a-z0-9])([A-Z])/g, `$1${mark}$2`);
}
