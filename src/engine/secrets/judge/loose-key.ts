/** Literals that look like keys wherever they stand: arguments without any name. */

/** `new OpenWeather("…")`, `client("…")`: long, with letters and digits, and an argument. */
export function isLooseKey(text: string, start: number, end: number): boolean {
  if (text[start - 2] !== "(" && text[start - 2] !== " ") return false;
  let digits = 0;
  let lower = 0;
  let upper = 0;
  let signs = 0;
  for (let index = start; index < end; index++) {
    const code = text.charCodeAt(index);
    if (code >= 48 && code <= 57) digits++;
    else if (code >= 97 && code <= 122) lower++;
    else if (code >= 65 && code <= 90) upper++;
    else if (code === 43 || code === 46 || code === 47 || code === 58 || code === 61 || code === 124) signs++;
    else if (code !== 95 && code !== 45) return false;
  }
  const isBase64 = end - start >= 32 && digits >= 2 && lower >= 5 && upper >= 5;
  if (digits > 1 && signs < 6 && lower + upper >= 4 && text[start - 2] === "(" && isOfPackage(text, start)) return true;
  if (lower + upper < 4 || (signs > 0 && digits < 5 && !isBase64)) return false;
  if (digits < 3 && !(digits > 0 && upper >= 3 && lower >= 3)) return false;
  if (TITLES.test(text.slice(Math.max(0, start - 14), start - 1))) return false;
  return /[\w)\]>]\(\s*$|[\w)\]>]\([^()\n]{0,80},\s*$|["'`]\s?\+\s?$/.test(
    text.slice(Math.max(0, start - 90), start - 1),
  );
}

/** Calls of tests, whose first argument is a title. */
const TITLES = /\b(?:describe|it|test)(?:\.\w+)?\($/;

/** `import acme from "acme"; acme("…")`, `acme.init("…")`: the call is of a package by that name. */
function isOfPackage(text: string, start: number): boolean {
  const name = CALLEE.exec(text.slice(Math.max(0, start - 48), start - 1))?.[1];
  return name !== undefined && IMPORTED.some((quote) => text.includes(quote + name.toLowerCase() + quote.at(-1)));
}

const CALLEE = /(?:^|[^\w.])([A-Za-z]\w{2,24})(?:\.(?:init|configure|auth|authenticate|setup|connect|login))?\($/;

const IMPORTED = ['from "', "from '", 'require("', "require('"];
