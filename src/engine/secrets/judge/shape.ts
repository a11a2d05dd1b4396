/**
 * What a value looks like, without knowing its name: random or words, placeholder or real.
 *
 * All tests are linear and cheap; they run on every candidate literal.
 */
import type { SecretShape } from "../../facts/file-facts.ts";

/** Describes a value for judging it by name and by use. */
export function describeShape(value: string): SecretShape {
  return {
    length: value.length,
    entropy: Math.round(entropy(value) * 100) / 100,
    classes: {
      lower: /[a-z]/.test(value),
      upper: /[A-Z]/.test(value),
      digit: /\d/.test(value),
      symbol: /[^A-Za-z0-9]/.test(value),
    },
    placeholder: isPlaceholder(value),
    wordlike: isWordlike(value),
  };
}

/** Shannon entropy, bits per character. */
export function entropy(value: string): number {
  const counts = new Map<string, number>();
  for (const character of value) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / value.length) * Math.log2(count / value.length);
  return bits;
}

/**
 * The value says of itself that it is no secret: `changeme`, `your-key-here`, `<token>`, `${TOKEN}`, `xxxx`, a run of
 * one character, the alphabet in order.
 */
export function isPlaceholder(value: string): boolean {
  const text = value.trim();
  return (
    text.length === 0 || isVariable(text) || BLANKED.test(text) || onlyFewCharacters(text) || saysPlaceholder(text)
  );
}

/** Filled in elsewhere: `${TOKEN}`, `{{ token }}`, `<token>`, `%TOKEN%`, `$TOKEN`, `__TOKEN__`, `@Microsoft.KeyVault(…)`. */
export function isVariable(text: string): boolean {
  return (
    /^[<[{(].*[>\]})]$/s.test(text) ||
    /\$\{|\{\{|\$\(|<%|#\{|%\(|\{\d?\}|\{[a-z_]+\}/i.test(text) ||
    /^\$[A-Za-z_](?!\S*[!^*~%])|^%[A-Za-z_]+%$|^__\w+__$|^:[a-z_]+$|^!(?:Ref|Sub|GetAtt|ImportValue|vault)\b|^(?:env|file|ssm|secret|vault|op|aws|gcp|ref)[:(]|^@Microsoft/i.test(
      text,
    ) ||
    /^(?:process\.env|import\.meta|os\.environ|var\.|local\.|data\.|secrets\.|module\.|self\.|this\.|config\.|env\.)/.test(
      text,
    )
  );
}

const BLANKED =
  /^(?:\.{3,}|…)|(?:\.{3,}|…)$|\*{3,}|•{2,}|[xX]{5,}|(?:^|[^A-Za-z])[xX]{3,}(?:$|[^A-Za-z])|_{4,}|-{5,}(?!BEGIN)|\?{3,}|#{4,}/;

/** Words and sequences that only samples have. */
export function saysPlaceholder(text: string): boolean {
  return isPlaceholderWord(text) || isSequence(text);
}

/** Words that only samples have. */
export function isPlaceholderWord(text: string): boolean {
  return PLACEHOLDER_WORDS.test(text);
}

const PLACEHOLDER_WORDS =
  /change[-_ ]?(?:me|this|it|in)|replace[-_ ]?(?:me|this|with)|re?dacted|place[-_ ]?holder|example|(?:^|[^a-z])(?:insert|enter|put|paste|add|set|use|fill)[-_ ](?:your|a|the|in|me|it|here)|(?:^|[^a-z])your?[-_ ]?(?:own[-_ ]?)?(?:api|app|auth|access|account|client|jwt|key|token|secret|super|pass|private|project|very|strong|long|random|unique|user|db|bot|email|webhook|org|team|domain|server|stripe|openai|github|google|aws|session|shared|secure|publish|signing|encryption|service)|(?:^|[^a-z])your[-_ ][a-z\d]|(?:^|[^a-z\d])(?:some|this|sample|dummy|fake|mock|stub|foo|bar|foobar|todo|tbd|none|null|undefined|nil|n\/a|lorem|ipsum|not[-_ ]?(?:set|needed|used|real|a[-_ ]?real))(?:$|[^a-z\d])|(?:^|[^a-z])my[-_](?:secret|api|token|key|access|client|app|password|jwt|super)|(?:key|token|secret|password)[-_ ](?:goes[-_ ])?here|dummy|placeholder|do[-_ ]?not[-_ ]?use|(?:^|[^a-z])test[-_ ]?(?:only|api|key|token|secret|pass|client|auth|access)|(?:^|[^a-z])to[-_ ]be[-_ ](?:set|filled|replaced|defined)|(?:^|[-_])(?:fake|dummy|mock)|(?:fake|dummy|mock)(?:$|[-_])|[_-]test[_-](?!(?=(?:\D{0,20}\d){4})[\w-]{20,}$)|invalid|notasecret|not-a-secret|insecure-dev|^JBSWY3DPEHPK3PXP|^demo[-_](?:\w+[-_])?(?:api|app|secret|key|token|webhook|auth)|^(?:tu|su|seu|sua|votre|dein)[-_](?:secreto?|clave|token|chave|senha|cl[eé]|api|jwt)/i;

/**
 * Mostly the alphabet, the digits or a keyboard's row in order, forwards or backwards: `1234567890abcdef`, `qwertyuiop`. A random value may hold
 * a short run; here runs make up more than half.
 */
export function isSequence(text: string): boolean {
  // `AbCdEfGhIjKl` goes on, too.
  return isRun(text) || isRun(text.toLowerCase());
}

function isRun(text: string): boolean {
  // `0000111122223333`
  if (/^(?:([\da-z])\1{3}){4,}$/i.test(text)) return true;
  if (text.length < 24 && SEQUENCE.test(text)) return true;
  // `bcdfghjkmnpqrstvwxyz`
  if (text.length >= 10 && [...text].every((letter, index) => index === 0 || letter > (text[index - 1] as string)))
    return true;
  let inRuns = 0;
  let run = 1;
  let direction = 0;
  for (let index = 1; index <= text.length; index++) {
    const step = index < text.length ? text.charCodeAt(index) - text.charCodeAt(index - 1) : 99;
    // 9 → 0, 0 → a and 9 → a continue a sequence.
    const wraps = index < text.length && /90|0[aA]|9[aA]/.test(text.slice(index - 1, index + 1));
    const next = wraps ? 1 : Math.abs(step) === 1 ? step : 0;
    if (next !== 0 && (next === direction || run === 1)) {
      direction = next;
      run++;
      continue;
    }
    if (run >= 4) inRuns += run;
    run = 1;
  }
  const keyboard =
    text.match(
      /qwerty?u?i?o?p?|asdfgh?j?k?l?|zxcvbn?m?|poiuy|lkjhg|mnbvc|(?:xyz){2,}|(?:abc){2,}|(?:123){2,}|(?:aabb|ccdd|eeff){2,}/gi,
    ) ?? [];
  return inRuns + keyboard.reduce((sum, row) => sum + row.length, 0) > text.length / 2;
}

/** The alphabet or the digits in order, long enough to be no accident. */
const SEQUENCE =
  /0123456|1234567|987654|abcdef[gG01]|ABCDEFG|qwertyui|asdfghj|deadbeef|cafebabe|(?:123){3}|(?:abc){3}|aabbcc|112233|asdf/i;

function onlyFewCharacters(text: string): boolean {
  if (text.length < 6) return new Set(text).size === 1;
  const most = Math.min(4, Math.floor(text.length / 4));
  const seen: number[] = [];
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    // Signs that join parts count nothing: - . / : = _
    if ((code >= 45 && code <= 47) || code === 58 || code === 61 || code === 95 || seen.includes(code)) continue;
    if (seen.push(code) > most) return false;
  }
  return true;
}

/** Ordinary words, a sentence, a path, an identifier, a URL without credentials, an environment name, a CSS class … */
export function isWordlike(value: string): boolean {
  const text = value.trim();
  if (text.length === 0) return true;
  if (/\s/.test(text)) return !/^[A-Za-z0-9+/=\s]{40,}$/.test(text) || / [a-z]{2,} /.test(text);
  if (isBase64(text)) return false;
  if (/^(?:\.{0,2}\/|~\/|@[\w-]+\/|[a-z][a-z+.-]*:\/\/|[A-Za-z]:\\|#)/.test(text)) return true;
  return isWords(text);
}

/** Base64 that begins with a slash is no path: long, with letters of both cases, digits, and few slashes. */
export function isBase64(text: string): boolean {
  return (
    text.length >= 32 &&
    !/^\/.*\/$|\/[a-z]{4,}\/(?:[a-z]{4,}\/)?/.test(text) &&
    /^[A-Za-z\d+/]+={0,2}$/.test(text) &&
    /[+=]/.test(text) &&
    /\d/.test(text) &&
    /[a-z]/.test(text) &&
    /[A-Z]/.test(text)
  );
}

/** Made of pronounceable words and small numbers only. */
export function isWords(text: string): boolean {
  const words = splitWords(text);
  if (words.length === 0) return true;
  const letters = text.replace(/[^A-Za-z]/g, "").length;
  const count = words.filter((word) => /[A-Za-z]/.test(word)).length;
  const digits = words.filter((word) => /^\d/.test(word));
  if ((letters >= 10 || (letters >= 6 && digits.length > 1)) && count > 0 && letters / count <= 2.8) return false;
  // `lshibu425rx7bw98`: numbers with scraps between them.
  if (digits.length > 2 && text.length >= 14 && words.filter((word) => /^[A-Za-z]{1,2}$/.test(word)).length > 1)
    return false;
  if (digits.length > 3 || digits.some((digit) => digit.length > 4)) return false;
  return words.every((word) => /^\d/.test(word) || isWord(word));
}

/** The words of an identifier or phrase: `apiKeyV2` → `api`, `Key`, `V`, `2`. */
export function splitWords(text: string): readonly string[] {
  return text.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+|[^ -~\s]+/g) ?? [];
}

/**
 * How usual each pair of letters is in the words of source code, from 0 (never) to 9: rows by first letter, columns by
 * second. Four is what chance gives. Counted over the words of seven public back ends.
 */
const PAIRS = [
  "16651351524757050767443242",
  "52215100410611400442400020",
  "60426106505510700536500030",
  "52237220610311510441410020",
  "64685542312657353886343531",
  "41015400500400500313300030",
  "40006134400314300531400010",
  "50006000500111500313300020",
  "54655550023558641566150205",
  "20003000100000200020200000",
  "30015000400201300042300010",
  "62247110712621620044420060",
  "64006000600230550031400010",
  "62666471623324520267341020",
  "44552341414567550755655221",
  "60116013500500640645400010",
  "00000000000100000000400000",
  "72448240704344630465432040",
  "50517205603432551167512030",
  "61418215800422620664502050",
  "44434230401546250555000000",
  "51006000500000300000000000",
  "40004003400203300230000000",
  "10203000300000040003000100",
  "21112000300223230031000010",
  "30004000200000200000100000",
] as const;

/** How usual two letters are side by side, by their places in the alphabet, from 0 to 9. */
export function pairFrequency(first: number, second: number): number {
  return (PAIRS[first] as string).charCodeAt(second) - 48;
}

/** Pronounceable: made of pairs of letters that words have. Not a dictionary. */
export function isWord(word: string): boolean {
  if (!/^[A-Za-z]+$/.test(word)) return !/[\d\w]/.test(word);
  if (word.length <= 3) return true;
  const lower = word.toLowerCase();
  if (
    /^(?:html|https?|jwt|hmac|smtp|grpc|mysql|pgsql|xhtml|npmrc|oauth|uuid|nginx|nextjs|mjs|cjs|webhooks?|config|graphql|url|urls|xml|sdk|callback)$/.test(
      lower,
    )
  )
    return true;
  let score = 0;
  for (let index = 1; index < lower.length; index++) {
    score += (PAIRS[lower.charCodeAt(index - 1) - 97] as string).charCodeAt(lower.charCodeAt(index) - 97) - 48;
  }
  return score / (lower.length - 1) >= (word.length < 6 ? 3.4 : 3.9);
}

export type Strength = "strong" | "medium" | "weak";

/** How far a value is from anything a person would write for another purpose. */
export function strength(value: string): Strength {
  if (isWordlike(value) || isPlaceholder(value)) return "weak";
  if (value.length >= 16 && randomLooking(value)) return "strong";
  if (value.length >= 8 && /\d/.test(value) && /[A-Za-z]/.test(value) && entropy(value) >= 2.5) return "medium";
  if (/^\d{20,40}$/.test(value)) return entropy(value) >= 2.5 ? "medium" : "weak";
  if (value.length >= 10 && (value.match(/[a-z](?=[A-Z])/g) ?? []).length >= value.length / 5) return "medium";
  return value.length >= 20 && entropy(value) >= 3.2 ? "medium" : "weak";
}

/** Letters and digits mixed as chance mixes them, or letters that form no words. */
export function randomLooking(text: string): boolean {
  if (text.length < 12) return false;
  const switches = (text.match(/[A-Za-z](?=\d)|\d(?=[A-Za-z])|[a-z](?=[A-Z])/g) ?? []).length;
  if (switches >= text.length / 9) return entropy(text) >= 2.6;
  if (/^\d+$/.test(text)) return false;
  return entropy(text) >= 3.3 && splitWords(text).some((word) => word.length >= 4 && !isWord(word));
}

/** Values that look random and are meant to be seen: ids, hashes, digests, dates, versions, colours. */
export function isIdentifierLike(value: string): boolean {
  return (
    /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(value) ||
    /^(?:sha\d{1,3}|md5)[-:=]/i.test(value) ||
    /-v?\d+\.\d+\.\d+$/.test(value) ||
    // A team and its app: https://developer.apple.com/documentation/xcode/supporting-associated-domains
    /^[A-Z\d]{10}\.[a-z]{2,10}(?:\.[\w-]+)+$/.test(value) ||
    /^\$(?:2[abxy]|argon2\w*|scrypt|pbkdf2[\w-]*|1|5|6|apr1)\$/.test(value) ||
    /^\d{4}-\d{2}-\d{2}|^[v~^]?\d+\.\d+\.\d+|^#[0-9a-f]{3,8}$/i.test(value) ||
    /^(?:arn:|urn:|data:|blob:|cid:|did:|ipfs:|projects\/|AC[0-9a-f]{32}$|G-[A-Z0-9]{8,12}$|UA-\d|GTM-|ca-pub-|AW-\d)/.test(
      value,
    ) ||
    /^[\w.+-]+@[\w-]+\.[\w.-]+$/.test(value) ||
    /^0x(?:[0-9a-f]{40}|[0-9a-f]{100,})$/i.test(value) ||
    /^(?:bc1|tb1)[a-z\d]{25,60}$/.test(value) ||
    // Channels and users of Slack; Laravel's cookie.
    /^[CDGUTW]0[A-Z\d]{7,9}$/.test(value) ||
    /^remember_\w+_[0-9a-f]{40}$/.test(value) ||
    // Encrypted already: OpenSSL, SOPS, Ansible, Sealed Secrets.
    /^(?:U2FsdGVkX1|ENC\[|\$ANSIBLE_VAULT|Ag[A-D][A-Za-z\d+/]{160})/.test(value) ||
    // https://docs.mapbox.com/help/glossary/access-token: what pages show.
    /^pk\.[\w-]{40,}\.[\w-]{20,}$/.test(value) ||
    // Addresses of content: https://github.com/multiformats/cid
    /^(?:Qm[1-9A-HJ-NP-Za-km-z]{44}|baf[ky][a-z\d]{50,})$/i.test(value) ||
    // Ids of Stripe's objects: https://gist.github.com/fnky/76f533366f75cf75802c8052b577e2a5
    /^(?:acct|cus|price|prod|sub|pi|evt|ch|in|pm|py|re|po|tr|txn|seti|card|src|plan|si|ii|il|we|ba|bps|fee|file|link|promo|qt|req|sched|shr|sqr|tax|txr|usr|org|proj|team|wf|run|msg|thread|asst|call|user)_[A-Za-z\d]{8,28}$|^(?:cs_(?:test|live)|resp|cred)_[A-Za-z\d]{8,80}$/.test(
      value,
    ) ||
    // Files, organizations and projects of OpenAI.
    /^(?:file|org|proj)-[A-Za-z\d]{22,24}$/.test(value) ||
    /^\d+-[a-z0-9]+\.apps\.googleusercontent\.com$/.test(value)
  );
}
