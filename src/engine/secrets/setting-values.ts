/** Names and values as single kinds of files have them: options of commands, directives, what stands in for a variable. */
import type { NamedValue } from "./data-files.ts";
import type { FileKind } from "./file-kind.ts";

/** All of them on a line that begins at `start`. */
export function settingValues(line: string, kind: FileKind, start: number): readonly NamedValue[] {
  const found = (SETTINGS[kind] ?? []).flatMap((expression) =>
    [...line.matchAll(expression)].map((match) => setting(match, start)),
  );
  return line.includes("${") ? [...found, ...defaultsInside(line, start)] : found;
}

const SETTINGS: Partial<Record<FileKind, readonly RegExp[]>> = {
  // `kubectl create secret generic x --from-literal=token=…`, `aws configure set aws_secret_access_key …`
  shell: [
    /--(?:from-literal|set|set-string|build-arg|env)[= ]["']?([A-Za-z_][\w.-]{1,80})=["']?([^\s"'$`{]{6,400})/g,
    /\bconfig(?:ure)?\s+set\s+["']?([\w./:@-]{2,100})[ =]["']?([^\s"'$`{-][^\s"'$`{]{7,400})/g,
  ],
  // https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_set_header
  properties: [
    /^\s*(?:proxy_set_header|set|fastcgi_param)\s+\$?([A-Za-z][\w-]{1,60})\s+["']?([^\s"';$][^"';$]{7,400})["']?;/g,
  ],
  // https://learn.microsoft.com/azure/azure-resource-manager/bicep/parameters
  terraform: [/^\s*param\s+(\w{2,60})\s+string\s*=\s*'([^'\n]{6,400})'/g],
};

function setting(match: RegExpExecArray, lineStart: number): NamedValue {
  const [whole, name, value] = match as unknown as [string, string, string];
  const start = lineStart + match.index + whole.lastIndexOf(value);
  return { names: [name.split(/[./:]/).pop() ?? name], value, start, end: start + value.length };
}

/** `${API_TOKEN:-…}`: what stands in where the variable is not set. */
function defaultsInside(line: string, start: number): readonly NamedValue[] {
  const found: NamedValue[] = [];
  // The shell has a sign behind the colon, Spring none: `${API_TOKEN:…}`. An argument is called what it is given to.
  for (const match of line.matchAll(STANDS_IN)) {
    const value = match[3] as string;
    const at = start + match.index + match[0].lastIndexOf(value);
    found.push({ names: [(match[1] ?? match[2]) as string], value, start: at, end: at + value.length });
  }
  return found;
}

const STANDS_IN =
  /(?:\$\{([A-Za-z_]\w{2,60})|\b([A-Za-z_]\w{2,60})=["']?\$\{\d)(?::?[-=]|:(?![?+]))["']?([^\s{}$"'`/][^\s{}$"'`]{3,400})["']?\}/g;
