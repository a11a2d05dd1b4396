/** Where the parts of a Sails application lie: below the folder that has `api` and `config`. */

/** The folder, with a slash at its end, of a file that lies in `api` or `config`. */
export function rootOf(file: string): string | undefined {
  return /^(.*?\/?)(?:api|config)\//.exec(file)?.[1];
}

/** `api/models/Order`, as JavaScript or TypeScript. */
export function codeFiles(path: string): readonly string[] {
  return [`${path}.js`, `${path}.ts`];
}

/** `get-path-by-id` is `getPathById`. https://lodash.com/docs#camelCase */
export function camelCase(name: string): string {
  const words = name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? [];
  return words
    .map((word, index) => {
      const small = word.toLowerCase();
      return index === 0 ? small : `${small.charAt(0).toUpperCase()}${small.slice(1)}`;
    })
    .join("");
}
