/** Logins in the arguments of commands: `curl -u`, `mysql -p`, `--token`, `IDENTIFIED BY`. */
import type { NamedValue } from "./data-files.ts";

/**
 * An option of a command with its value, on a line or in a list of arguments: `--api-key …`, `["--api-key", "…"]`. In a
 * list the value has quotes of its own and no blank; what `.option("--api-key", "…")` is told next describes the option.
 */
function optionValue(names: string, value: string): RegExp {
  const onLine = String.raw`(?:\s|["'])--(?:${names})[\s=]+["']?`;
  const inList = String.raw`(?<!\b(?:option|requiredOption|Option|flag)\(\s{0,20})["'\`]--(?:${names})["'\`],\s{0,20}(?<quote>["'\`])(?=[^\s"'\`\\]{1,400}\k<quote>)`;
  return new RegExp(`(?:${onLine}|${inList})(?<value>${value})`, "g");
}

const COMMANDS: readonly { readonly name: string; readonly word: RegExp; readonly expression: RegExp }[] = [
  // https://curl.se/docs/manpage.html#-u
  {
    name: "password",
    word: /curl/,
    expression:
      /\bcurl\b[^\n]{0,400}?\s(?:-[a-zA-Z]{0,4}u|--user|--proxy-user)[\s=]+["']?[^\s"':]{1,80}:["']?([^\s"']{4,200})/g,
  },
  // https://curl.se/docs/manpage.html#-H
  {
    name: "Authorization",
    word: /-H|--header/,
    expression: /(?:-H|--header)[\s=]+\\?["']((?:Authorization|Proxy-Authorization)\s*:\s*[^"'\\\n]{8,2000})/gi,
  },
  {
    name: "x-api-key",
    word: /-H|--header/,
    expression: /(?:-H|--header)[\s=]+\\?["'][\w-]*(?:key|token|secret|auth)[\w-]*\s*:\s*([^\s"'\\]{12,400})/gi,
  },
  // https://dev.mysql.com/doc/refman/8.4/en/connecting.html
  {
    name: "password",
    word: /mysql|mariadb/,
    expression: /\b(?:mysql|mysqldump|mysqladmin|mariadb)\b[^\n]{0,200}?\s-p["']?([^\s"'-][^\s"']{3,100})/g,
  },
  // https://manpages.debian.org/stable/sshpass/sshpass.1.en.html
  { name: "password", word: /sshpass/, expression: /\bsshpass\s+-p\s*["']?([^\s"']{4,100})/g },
  // What commands of all kinds call it, on a line or in a list of arguments: `["--api-key", "…"]`.
  {
    name: "password",
    word: /--\w*pass/,
    expression: optionValue(
      "password|passwd|pass|db-password|root-password|docker-password",
      String.raw`[^\s"'\\-][^\s"'\\]{3,100}`,
    ),
  },
  {
    name: "token",
    word: /--(?:token|api|auth|access|secret|client|key)/,
    expression: optionValue(
      "token|api-key|apikey|auth-token|access-token|access-key|secret-key|secret-access-key|key|secret|client-secret|api-token",
      String.raw`[^\s"'\\-][^\s"'\\]{11,400}`,
    ),
  },
  // https://docs.docker.com/reference/cli/docker/login/
  {
    name: "password",
    word: / login/,
    expression: /\b(?:docker|podman|az|oc|helm registry)\s+login\b[^\n]{0,200}?\s-p[\s=]+["']?([^\s"']{4,200})/g,
  },
  // https://redis.io/docs/latest/operate/oss_and_stack/management/config/
  {
    name: "password",
    word: /--requirepass|--masterauth/,
    expression: /\s--(?:requirepass|masterauth)[\s=]+["']?([^\s"'\\$-][^\s"'\\]{3,200})/g,
  },
  // https://docs.oracle.com/en/java/javase/21/docs/specs/man/keytool.html
  {
    name: "password",
    word: /-(?:store|key)pass/,
    expression: /\s-(?:storepass|keypass|srcstorepass|deststorepass)\s+["']?([^\s"'\\$-][^\s"'\\]{5,100})/g,
  },
  // https://httpd.apache.org/docs/current/programs/htpasswd.html
  {
    name: "password",
    word: /htpasswd/,
    expression: /\bhtpasswd\s+-\w*b\w*\s+(?:-\w+\s+)*(?:\S+\s+)?[\w.@-]{1,60}\s+["']?([^\s"'\\$-][^\s"'\\]{3,100})/g,
  },
  // https://httpie.io/docs/cli/authentication
  {
    name: "password",
    word: /\bhttps? -a/,
    expression: /\bhttps?\s+(?:-\w+\s+)*-a\s+["']?[^\s"':]{1,80}:([^\s"'$]{4,200})/g,
  },
  // https://bundler.io/man/bundle-config.1.html
  {
    name: "password",
    word: /bundle config/,
    expression:
      /\bbundle\s+config\s+(?:set\s+)?(?:--\w+\s+)?[\w.-]+\.[a-z]{2,12}\s+["']?[^\s"':]{1,80}:([^\s"'$]{6,200})/g,
  },
  // https://www.openldap.org/software/man.cgi?query=ldapsearch
  {
    name: "password",
    word: /ldapsearch/,
    expression: /\bldapsearch\b[^\n]{0,300}?\s-w\s+["']?([^\s"'$-][^\s"']{3,100})/g,
  },
  // https://www.sudo.ws/docs/man/sudo.man/
  { name: "password", word: /sudo -S/, expression: /\becho\s+["']?([^\s"'$|]{4,100})["']?\s*\|\s*sudo\s+-S/g },
  // https://man7.org/linux/man-pages/man8/chpasswd.8.html
  {
    name: "password",
    word: /chpasswd/,
    expression: /\becho\s+["']?[\w.-]{1,40}:([^\s"'$|]{4,100})["']?\s*\|\s*chpasswd/g,
  },
  // https://learn.microsoft.com/powershell/module/microsoft.powershell.security/convertto-securestring
  {
    name: "password",
    word: /SecureString/i,
    expression: /ConvertTo-SecureString\s+(?:-String\s+)?["']([^"'$\n]{4,200})["']/gi,
  },
  // https://redis.io/docs/latest/develop/tools/cli/
  { name: "password", word: /redis-cli/, expression: /\b(?:redis-cli)\b[^\n]{0,200}?\s-a\s+["']?([^\s"']{4,200})/g },
  // https://dev.mysql.com/doc/refman/8.4/en/create-user.html
  { name: "password", word: /identified/i, expression: /\bIDENTIFIED\s+(?:WITH\s+\w+\s+)?BY\s+'([^'\n]{4,200})'/gi },
  // https://docs.oracle.com/en/database/oracle/oracle-database/23/sqlrf/CREATE-USER.html
  {
    name: "password",
    word: /identified/i,
    expression: /\bIDENTIFIED\s+BY\s+(?=[\w$#]{0,60}\d)([A-Za-z][\w$#]{5,60})(?=[\s;"'\\]|$)/gi,
  },
  // https://www.postgresql.org/docs/current/sql-createrole.html
  {
    name: "password",
    word: /\bpassword\s+'/,
    expression: /\b(?:user|role)\s[^\n']{0,120}?\bpassword\s+'([^'\n]{4,200})'/g,
  },
  // https://developer.bitcoin.org/reference/rpc/
  {
    name: "password",
    word: /rpcpass/,
    expression: /\s["']?--?[\w.-]{0,30}rpcpass(?:word)?[\s=]+["']?([^\s"'\\$-][^\s"'\\]{3,200})/g,
  },
  { name: "password", word: /PASSWORD/, expression: /\b(?:WITH\s+)?(?:ENCRYPTED\s+)?PASSWORD\s+'([^'\n]{4,200})'/g },
];

/** Logins in the arguments of commands, wherever a command line stands; one that goes on in the next line is one. */
export function commandValues(text: string, start: number, end: number): readonly NamedValue[] {
  const line = text.slice(start, Math.min(end, start + 4000)).replaceAll("\\\n", "  ");
  const found: NamedValue[] = [];
  for (const { name, word, expression } of COMMANDS) {
    if (!word.test(line)) continue;
    for (const match of line.matchAll(expression)) {
      const value = match.groups?.["value"] ?? (match[1] as string);
      if (isNamedLikeUser(line, value)) continue;
      const at = start + match.index + match[0].lastIndexOf(value);
      found.push({ names: [name, "command"], value, start: at, end: at + value.length });
    }
  }
  return found;
}

/** `CREATE USER metrics WITH PASSWORD 'metrics'`: a login for the machine it is set up on. */
function isNamedLikeUser(line: string, password: string): boolean {
  return /\b(?:USER|ROLE)\s+(?:IF\s+NOT\s+EXISTS\s+)?["'`]?([\w-]{2,40})/i.exec(line)?.[1] === password;
}
