/** Names with values that stand in lines, comments and commands: which of them are secrets. */
import type { NamedValue } from "../data-files.ts";
import { describeJudgement, ruleOf } from "../find-by-name.ts";
import { formOfValue } from "../forms/forms.ts";
import { contextOf, describeForm, placeOf, type Search } from "../search.ts";
import { type Judgement, judge } from "./judge.ts";
import { isCommonWithNumber, isOwned } from "./judge-password.ts";
import { nameMeaning, snakeCase } from "./secret-names.ts";
import { isSequence, strength } from "./shape.ts";
import { mayMatter } from "./value-tests.ts";

/** Adds the value to what was found, where its name and its form leave no doubt. */
export function judgeNamed(search: Search, found: NamedValue, place: "code" | "config" | "comment"): void {
  const { names, value } = found;
  if ((search.kind === "yaml" || search.kind === "json") && isSealed(search, found)) return;
  if (names.every((name) => nameMeaning(name).role === "public") || !mayMatter(value)) return;
  const form = formOfValue(value, names);
  const context = contextOf(search, found.start, found.end);
  if (form !== undefined && !form.placeholder && !form.publishable && place !== "comment") {
    search.drafts.push({
      ...describeForm(form, 55),
      value,
      start: found.start,
      end: found.end,
      names,
      place: placeOf(search),
    });
    return;
  }
  const judgement = judge({
    value,
    names,
    kind: "value",
    partial: false,
    compared: undefined,
    fallback: false,
    place,
    context,
  });
  if (judgement === undefined || (place === "config" && isDocumented(search, found))) return;
  if (place === "config" && isDefaultOfMachine(search, judgement, found)) return;
  if (place === "comment" && !isPlainInComment(search, judgement, value, found.start)) return;
  const rule = ruleOf(search, judgement, false, context);
  if (rule === undefined) return;
  search.drafts.push({
    rule,
    ...describeJudgement(judgement, names, search, found),
    value,
    start: found.start,
    end: found.end,
    names,
    place: place === "comment" ? "comment" : placeOf(search),
  });
}

/** Encrypted for a cluster. https://github.com/bitnami-labs/sealed-secrets */
function isSealed({ text }: Search, { names, value }: NamedValue): boolean {
  return value.startsWith("Ag") && (text.includes("SealedSecret") || /sealed/i.test(names[0] ?? ""));
}

/** `##   clientSecret: …`: charts describe their settings so; a random value is none of theirs, but below `## Example:`. */
function isDocumented({ text, kind }: Search, { value, start }: NamedValue): boolean {
  if (kind !== "yaml") return false;
  const lines = text.slice(Math.max(0, start - 1000), start).split("\n");
  const first = lines.findLastIndex((line) => !/^\s*##/.test(line)) + 1;
  if (first === lines.length) return false;
  return strength(value) !== "strong" || lines.slice(first).some((line) => /^\s*##\s*examples?\b/i.test(line));
}

/** A comment tells a key in full, or a login: `// login root, password: …`. */
function isPlainInComment(search: Search, { group }: Judgement, value: string, start: number): boolean {
  if (group !== "password") return value.length >= 16 || SHORT_KEY.test(value);
  const before = search.text.slice(Math.max(0, start - 80), start);
  // The line, and the one above it.
  const line = before.slice(before.lastIndexOf("\n", before.lastIndexOf("\n") - 1) + 1);
  const isChosen = strength(value) !== "weak" || /^(?=.*[^A-Za-z])(?=.*[A-Za-z]).{8}/.test(value);
  if (!isChosen) return false;
  return (
    isAloneInComment(search.text, value, start) ||
    /\b(?:log ?in|user(?:name)?|account)\b\W{1,3}[\w.@-]{2,40}\W/i.test(line)
  );
}

/** `// password: …`, and nothing else: no prose, no type, no rule for passwords, nothing that is done with one. */
function isAloneInComment(text: string, value: string, start: number): boolean {
  const end = start + value.length;
  const before = text.slice(Math.max(text.lastIndexOf("\n", start - 1) + 1, start - 80), start);
  const ahead = /^\s*(?:\/\/|\/\*|\*)\s?((?:[A-Za-z]{2,12} ){0,2})(?:password|passwd|pwd|pass)\s?[:=]\s?["'`]?$/i.exec(
    before,
  );
  return (
    ahead !== null &&
    !DONE_WITH_PASSWORDS.test(ahead[1] as string) &&
    /^["'`]?[ \t]*(?:\*\/[ \t]*)?(?:\r?\n|$)/.test(text.slice(end, end + 20)) &&
    (isMixed(value) || (isOwned(`${snakeCase((ahead[1] as string).trim())}_password`) && NUMBERED_WORD.test(value))) &&
    !FORMAT.test(value) &&
    !/^[a-z]+(?:[A-Z][a-z]+)+\d{0,3}$|[()[\]{}<>;,]|^\d+[-+]|[aA]-[zZ]|0-9/.test(value)
  );
}

/** Letters and digits that are no word with its number: other signs or cases among them, or letters that are no words. */
function isMixed(value: string): boolean {
  if (!/\d/.test(value) || !/[A-Za-z]/.test(value)) return false;
  if (isCommonWithNumber(value)) return true;
  if (/^[a-z]+\d+$/.test(value)) return false;
  const kinds = [/[A-Z]/, /[a-z]/, /[^\w\s.:/-]/].filter((kind) => kind.test(value)).length;
  return kinds > 1 || strength(value) !== "weak" || /\d[b-df-hj-np-tv-z]{2,}\d/.test(value);
}

/** `prod_pass_77`: a password only where the name says whose it is, `admin password`. */
const NUMBERED_WORD = /^[a-z_]+\d{2,}$/;

/** `change password: …` tells what happens there. */
const DONE_WITH_PASSWORDS =
  /\b(?:add|change|check|choose|compare|confirm|create|enter|forgot|generate|hash|hide|match|missing|need|remove|require|reset|return|send|set|store|strip|update|validate|verify)(?:s|d|ed)? /i;

/** How a password is kept, or how long it is: `Bcrypt10`, `varchar255`, `SHA-256`, `min8Chars`. */
const FORMAT =
  /^(?:argon|scrypt|bcrypt|pbkdf|sha|md|hmac|aes|base|utf|ascii|latin|n?(?:var)?char|string|min|max|len|v)[-_]?\d/i;

/** Twelve letters and digits as a machine mixes them. */
const SHORT_KEY = /^(?=.*[A-Za-z].*[A-Za-z].*[A-Za-z])(?=\D*\d\D*\d\D*\d)[A-Za-z\d]{12,15}$/;

/** A weak password or key for the machines of developers and for CI, or on a line that is a comment. */
function isDefaultOfMachine(search: Search, { group }: Judgement, { names, value, start }: NamedValue): boolean {
  if (group !== "password" && group !== "signing") return false;
  const how = strength(value);
  if (how === "strong") return false;
  const line = search.text.slice(search.text.lastIndexOf("\n", start - 1) + 1, start);
  if (
    how === "weak" &&
    (/^\s*#/.test(line) ||
      (group === "signing"
        ? MACHINES.test(search.path) && !DEPLOYED.test(search.path)
        : MACHINES.test(search.path) && (isSequence(value) || /^[a-z_]+$/.test(value))))
  )
    return true;
  if (LOCAL_PATH.test(search.path) && !isOfOtherMachine(search, names, start)) return true;
  // What a pipeline starts to run tests against; where it deploys to is no such thing.
  return CI_PATH.test(search.path) && names.some((name) => OWN_STORE.test(name));
}

/** A registry's login in a pipeline, or a host of the network beside it, whatever the file is called. */
function isOfOtherMachine({ path, text }: Search, names: readonly string[], start: number): boolean {
  if (/\.github\//.test(path))
    return !names.some((name) => OWN_STORE.test(name) && !/docker_?hub|registry/i.test(name));
  return HOST.test(text.slice(Math.max(0, start - 200), start + 200));
}

const HOST =
  /(?:host(?:name)?|server|url|-h)["']?(?:\s?[:=]\s?|\s)["']?(?!\S*(?:localhost|\.local|\.internal|example))[a-z\d-]+\.[a-z\d.-]*(?:com|net|io|org|dev|cloud|co|app)\b/i;

const OWN_STORE = /db|database|postgres|pg|mysql|maria|mongo|redis|sql|rabbit|amqp|minio|elastic|clickhouse|keycloak/i;

const CI_PATH = /(?:^|[._/-])ci(?:[._/-]|$)/i;

/** `docker-compose.dev.yml`, `.env.local`. */
const LOCAL_PATH = /(?:^|[._/-])(?:dev|dev-?env|devel|development|local|localhost|e2e|sandbox)(?:[._/-]|$)/i;

/** `docker-compose.prod.yml`: what is started for everybody. */
const DEPLOYED = /(?:^|[._/-])(?:prod|production|cloud|staging|deploy(?:ment)?|release)(?:[._/-]|$)/i;

/** What is started on a developer's machine, or by CI. */
const MACHINES = /(?:^|[/-])compose[\w.-]*\.ya?ml$|\.github\/|\.(?:travis|gitlab-ci|drone|circleci)\b|\.circleci\//;
