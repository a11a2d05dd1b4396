/**
 * How files that are not code name a variable of the environment, where they can.
 *
 * - GitHub Actions, GitLab CI, Docker Compose, `.npmrc`, shell: their own expressions.
 * - Serverless: https://www.serverless.com/framework/docs/guides/variables/env-vars
 * - Spring: https://docs.spring.io/spring-boot/reference/features/external-config.html
 * - Supabase: https://supabase.com/docs/guides/local-development/managing-config
 * - REST Client: https://github.com/Huachao/vscode-restclient#system-variables
 * - Terraform: https://developer.hashicorp.com/terraform/language/values/variables
 * - node-config: https://github.com/node-config/node-config/wiki/Environment-Variables
 */
import type { Edit } from "../../model/finding.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import type { FoundSecret } from "../../secrets/found-secret.ts";
import { pathInJson, withPath } from "../code/json-paths.ts";
import { insertion } from "../code/text-edits.ts";

/** Edits that put a reference in place of the value; undefined where the kind of file has none. */
export function configReference(
  file: string,
  text: string,
  secret: FoundSecret,
  model: Pick<ServiceModel, "text">,
): readonly Edit[] | undefined {
  if (secret.place !== "config") return undefined;
  const plain = plainReference(file, text, secret);
  const standIn = plain === undefined ? undefined : defaultAround(text, secret.at);
  if (standIn !== undefined) return [{ kind: "replace", file, at: standIn, text: "" }];
  if (plain !== undefined) return [{ kind: "replace", file, at: secret.at, text: plain }];
  if (/\.tf$/.test(file)) return terraformVariable(file, text, secret);
  if (/(?:^|\/)config\/[\w.-]+\.json$/.test(file)) return nodeConfig(file, text, secret, model);
  return undefined;
}

/** `${API_TOKEN:-…}`, `${API_TOKEN:…}`: what stands in goes, for the variable is read already. */
function defaultAround(text: string, [start, end]: FoundSecret["at"]): readonly [number, number] | undefined {
  const sign = /\$\{\w+(:?[-=]?["']?)$/.exec(text.slice(Math.max(0, start - 80), start))?.[1];
  const rest = /^(["']?)\}/.exec(text.slice(end, end + 2))?.[1];
  return sign === undefined || sign === "" || rest === undefined ? undefined : [start - sign.length, end + rest.length];
}

/** True where the variable is not read from `.env`. */
export function hasOwnVariables(file: string): boolean {
  return /\.tf$/.test(file);
}

function plainReference(file: string, text: string, { variable, at }: FoundSecret): string | undefined {
  if (/\.github\/workflows\/[^/]+\.ya?ml$/.test(file)) return `\${{ secrets.${variable} }}`;
  if (/(?:^|\/)\.gitlab-ci\.ya?ml$/.test(file)) return `$${variable}`;
  if (/(?:^|\/)serverless\.ya?ml$/.test(file)) return `\${env:${variable}}`;
  if (/(?:^|\/)supabase\/config\.toml$/.test(file)) return `env(${variable})`;
  if (/\.(?:http|rest)$/.test(file)) return `{{$processEnv ${variable}}}`;
  if (
    /(?:^|\/)(?:docker-)?compose[\w.-]*\.ya?ml$/.test(file) ||
    /(?:^|\/)\.npmrc$/.test(file) ||
    /(?:^|\/)application[\w-]*\.(?:properties|ya?ml)$/.test(file)
  )
    return `\${${variable}}`;
  if (/\.(?:sh|bash|zsh)$/.test(file)) return text[at[0] - 1] === "'" ? undefined : `\${${variable}}`;
  return undefined;
}

/** `password = var.db_password`, and the variable beside it. */
function terraformVariable(file: string, text: string, { variable, at }: FoundSecret): readonly Edit[] | undefined {
  const [start, end] = at;
  const quoted = text[start - 1] === '"' && text[end] === '"';
  // A default of a variable is the value of nobody: it has to go, and where to is not known.
  if (!quoted || /\bdefault\s*=\s*"$/.test(text.slice(Math.max(0, start - 30), start))) return undefined;
  const name = variable.toLowerCase();
  const isDeclared = new RegExp(`\\bvariable\\s+"${name}"`).test(text);
  const block = `${text.endsWith("\n") ? "" : "\n"}\nvariable "${name}" {\n  type      = string\n  sensitive = true\n}\n`;
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  return [
    { kind: "replace", file, at: [start - 1, end + 1], text: `var.${name}` },
    ...(isDeclared ? [] : [insertion(file, text.length, block.replaceAll("\n", newline))]),
  ];
}

/** node-config fills what `custom-environment-variables.json` names. */
function nodeConfig(
  file: string,
  text: string,
  { variable, at }: FoundSecret,
  model: Pick<ServiceModel, "text">,
): readonly Edit[] | undefined {
  const folder = file.slice(0, file.lastIndexOf("config/"));
  if (!/"config"\s*:\s*"/.test(model.text(`${folder}package.json`) ?? "")) return undefined;
  const path = pathInJson(text, at[0]);
  if (path === undefined) return undefined;
  const names = `${folder}config/custom-environment-variables.json`;
  const current = model.text(names);
  const next = withPath(current ?? "{}", path, variable);
  if (next === undefined) return undefined;
  return [
    { kind: "replace", file, at, text: "" },
    current === undefined
      ? { kind: "create", file: names, text: next }
      : { kind: "replace", file: names, at: [0, current.length], text: next },
  ];
}
