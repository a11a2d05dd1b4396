/**
 * What a value looks like, without knowing its name: random or words, placeholder or real.
 *
 * All tests are linear and cheap; they run on every candidate literal.
 */
import type { SecretShape } from "../facts/file-facts.ts";

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
    /^\$[A-Za-z_]|^%[A-Za-z_]+%$|^__\w+__$|^:[a-z_]+$|^!(?:Ref|Sub|GetAtt|ImportValue|vault)\b|^(?:env|file|ssm|secret|vault|op|aws|gcp|ref)[:(]|^@Microsoft/i.test(
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
  return PLACEHOLDER_WORDS.test(text) || (text.length < 64 && SEQUENCE.test(text));
}

const PLACEHOLDER_WORDS =
  /change[-_ ]?(?:me|this|it|in)|replace[-_ ]?(?:me|this|with)|re?dacted|place[-_ ]?holder|example|(?:^|[^a-z])(?:insert|enter|put|paste|add|set|use|fill)[-_ ](?:your|a|the|in|me|it|here)|(?:^|[^a-z])your?[-_ ]?(?:own[-_ ]?)?(?:api|app|auth|access|account|client|jwt|key|token|secret|super|pass|private|project|very|strong|long|random|unique|user|db|bot|email|webhook|org|team|domain|server|stripe|openai|github|google|aws|session|shared|secure|publish|signing|encryption|service)|(?:^|[^a-z])(?:some|this|sample|dummy|fake|mock|stub|foo|bar|foobar|todo|tbd|none|null|undefined|nil|n\/a|lorem|ipsum|not[-_ ]?(?:set|needed|used|real|a[-_ ]?real))(?:$|[^a-z])|(?:^|[^a-z])my[-_](?:secret|api|token|key|access|client|app|password|jwt|super)|(?:key|token|secret|password)[-_ ](?:goes[-_ ])?here|dummy|placeholder|do[-_ ]?not[-_ ]?use|(?:^|[^a-z])test[-_ ]?(?:only|api|key|token|secret|pass|client|auth|access)|(?:^|[^a-z])to[-_ ]be[-_ ](?:set|filled|replaced|defined)|(?:^|[-_])(?:fake|dummy|mock)|(?:fake|dummy|mock)(?:$|[-_])|invalid|notasecret|not-a-secret|insecure-dev/i;

/** The alphabet or the digits in order, long enough to be no accident. */
const SEQUENCE =
  /0123456|1234567|987654|abcdef[gG01]|ABCDEFG|qwertyui|asdfghj|deadbeef|cafebabe|(?:123){3}|(?:abc){3}|aabbcc|112233/i;

function onlyFewCharacters(text: string): boolean {
  if (text.length < 6) return new Set(text).size === 1;
  return new Set(text.replace(/[-_.:/=]/g, "")).size <= Math.min(4, Math.floor(text.length / 4));
}

/** Ordinary words, a sentence, a path, an identifier, a URL without credentials, an environment name, a CSS class … */
export function isWordlike(value: string): boolean {
  const text = value.trim();
  if (text.length === 0) return true;
  if (/\s/.test(text)) return !/^[A-Za-z0-9+/=\s]{40,}$/.test(text) || / [a-z]{2,} /.test(text);
  if (/^(?:\.{0,2}\/|~\/|@[\w-]+\/|[a-z][a-z+.-]*:\/\/|[A-Za-z]:\\|#)/.test(text)) return true;
  return isWords(text);
}

/** Made of pronounceable words and small numbers only. */
export function isWords(text: string): boolean {
  const words = splitWords(text);
  if (words.length === 0) return true;
  const letters = text.replace(/[^A-Za-z]/g, "").length;
  const count = words.filter((word) => /[A-Za-z]/.test(word)).length;
  if (letters >= 10 && count > 0 && letters / count < 2.8) return false;
  const digits = words.filter((word) => /^\d/.test(word));
  if (digits.length > 3 || digits.some((digit) => digit.length > 4)) return false;
  return words.every((word) => /^\d/.test(word) || isWord(word));
}

/** The words of an identifier or phrase: `apiKeyV2` → `api`, `Key`, `V`, `2`. */
export function splitWords(text: string): readonly string[] {
  return text.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+|[^\x00-\x7f]+/g) ?? [];
}

/** Pairs of letters that make up most of English text; chance has about a third of them. */
const PAIRS = new Set(
  "th he in er an re nd at on nt ha es st en ed to it ou ea hi is or ti as te et ng of al de se le sa si ar ve ra ld ur ic ll ne co me ro ri io li ma om ce ta el la be ca us un so lo no ho ec ac pe em ss ee sh ad id il ch tr ns rs ge po pr ct ut ot ol ow am wa ab ai us pa do mo ke im ir ul up op ay ty ry ly ew oo ef ag ap ig oc av bl br cl cr dr ex ev fa fe fi fo fr ga gi go gr hu if ip ki ks ls ds ts ys mi mm mp mu na ni nu od ok os ov ow ob pi pl pp pu qu rd rm rn rr rt ru sc se su sy sw ss tu tt tw ub uc ue ug ui um va vi vo wh wi wo ws xp yp ye za ze zo ck ft gh gl ht ia ib ie iv ja jo je kn lt lu ly mb my nc nf nk nn nv oa oi ph bu bo ba bi da di du eb ep eq ey ff ks".split(
    " ",
  ),
);

/** Pronounceable: made of pairs of letters that language has. Not a dictionary. */
export function isWord(word: string): boolean {
  if (!/^[A-Za-z]+$/.test(word)) return /^[^\x00-\x7f]+$/.test(word);
  if (word.length <= 3) return true;
  const lower = word.toLowerCase();
  if (/^(?:html|http|https|jwt|hmac|smtp|grpc|mysql|pgsql|xhtml|npmrc|oauth|uuid|nginx|nextjs|mjs|cjs)$/.test(lower))
    return true;
  let known = 0;
  for (let index = 1; index < lower.length; index++) if (PAIRS.has(lower.slice(index - 1, index + 1))) known++;
  const share = known / (lower.length - 1);
  return word.length < 6 ? share >= 0.5 : share >= 0.66;
}

export type Strength = "strong" | "medium" | "weak";

/** How far a value is from anything a person would write for another purpose. */
export function strength(value: string): Strength {
  if (isPlaceholder(value) || isWordlike(value)) return "weak";
  if (value.length >= 16 && randomLooking(value)) return "strong";
  if (value.length >= 8 && /\d/.test(value) && /[A-Za-z]/.test(value) && entropy(value) >= 2.5) return "medium";
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
    /^\$(?:2[abxy]|argon2\w*|scrypt|pbkdf2[\w-]*|1|5|6|apr1)\$/.test(value) ||
    /^\d{4}-\d{2}-\d{2}|^v?\d+\.\d+\.\d+|^#[0-9a-f]{3,8}$/i.test(value) ||
    /^(?:arn:|urn:|data:|blob:|cid:|did:|ipfs:|projects\/|AC[0-9a-f]{32}$|G-[A-Z0-9]{8,12}$|UA-\d|GTM-|ca-pub-|AW-\d)/.test(
      value,
    ) ||
    /^[\w.+-]+@[\w-]+\.[\w.-]+$/.test(value) ||
    /^\d+-[a-z0-9]+\.apps\.googleusercontent\.com$/.test(value)
  );
}
