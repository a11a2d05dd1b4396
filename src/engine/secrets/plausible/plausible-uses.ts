/** Cheap tests around a word: does a call or an option there take something that is imported? */
import { endOfName, isNamePart, nameAround, takesWords } from "../tokens/name-around.ts";

/** The word ends a call that signs or encrypts, or stands in the name of an option that something imported is given to. */
export function mayUse(text: string, end: number): boolean {
  const last = text.charCodeAt(end - 1) === 58 ? end - 1 : endOfName(text, end);
  if (text.charCodeAt(last) === 58) {
    if (!KEY_OPTION.test(nameAround(text, end)) && !takesWords(text, end)) return false;
    const given = VARIABLE.exec(text.slice(last, last + 80))?.[1];
    return given !== undefined && !TYPES.test(given) && isImported(text, given);
  }
  const next = text.charCodeAt(end);
  return (
    (next === 46 || next === 40 || text.charCodeAt(end - 1) === 40 || next === 105) &&
    SIGNS.test(text.slice(Math.max(0, end - 16), end))
  );
}

/** An import's end follows the place where the name first stands: it may be what is imported. */
function isImported(text: string, name: string): boolean {
  const top = text.slice(0, FARTHEST);
  for (let at = top.indexOf(name); at >= 0; at = top.indexOf(name, at + name.length)) {
    if (isNamePart(top.charCodeAt(at - 1)) || isNamePart(top.charCodeAt(at + name.length))) continue;
    return IMPORTS.test(text.slice(at, at + 1500));
  }
  return false;
}

/** Imports stand in the first characters of a file; a limit, for this is asked at many places of a long one. */
const FARTHEST = 12_000;

const IMPORTS = /\b(?:from\s?|require\()["']/;

const VARIABLE = /^:\s{0,3}([A-Za-z_$][\w$]*)(?:\??\.[\w$]+){0,4}!?\s*(?:[,}\n]|as\b|\|\||\?\?)/;
const TYPES = /^(?:string|number|boolean|any|unknown|never|null|undefined|true|false|void)$/;
/** What libraries that sign and encrypt call their keys. */
const KEY_OPTION =
  /^(?:secrets?|getSecret|keys?|secretOrKey|secretOrPrivateKey|(?:secret|private|signing|encryption)Key|(?:jwt|signing|cookie|session)Secret)$/;
const SIGNS =
  /(?:jwt|hmac|cipher|cookieparser|constructevent|pbkdf2|scrypt|encrypt\(|decrypt\(|(?<!\bas)sign\(|verify\(|svix\(|webhook\()$/i;
