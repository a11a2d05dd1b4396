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
 * The value says of itself that it is no secret: `changeme`, `your-key-here`, `<token>`, `${TOKEN}`, `xxxx`,
 * `sk_test_1234567890`, a run of one character.
 */
export function isPlaceholder(value: string): boolean {
  const text = value.trim();
  if (text.length === 0) return true;
  if (/^[<[{(].*[>\]})]$/s.test(text) || /^\$\{?[A-Za-z_]|^\{\{|^%[A-Za-z_]+%$|^__\w+__$/.test(text)) return true;
  if (/^(?:\.{3,}|…)|(?:\.{3,}|…)$|\*{3,}|•{2,}|[xX]{5,}|(?:^|[^a-z])x{3,}(?:$|[^a-z])/.test(text)) return true;
  if (onlyFewCharacters(text)) return true;
  return PLACEHOLDER_WORDS.test(text) || SEQUENCE.test(text);
}

const PLACEHOLDER_WORDS =
  /change[-_ ]?(?:me|this|it|in)|replace[-_ ]?(?:me|this|with)|re?dacted|place[-_ ]?holder|example|(?:^|[^a-z])(?:insert|enter|put|paste|add|set|use|fill)[-_ ](?:your|a|the|in|me|it|here)|your?[-_ ]?(?:own[-_ ]?)?(?:api|app|auth|access|account|client|jwt|key|token|secret|super|pass|private|project|very|strong|long|random|unique|user|db|bot|email|webhook|org|team|domain)|(?:^|[^a-z])(?:my|your|some|this|sample|dummy|fake|mock|stub|foo|bar|foobar|todo|tbd|none|null|undefined|nil|n\/a|lorem|ipsum|not[-_ ]?(?:set|needed|used|real|a[-_ ]?real))(?:$|[^a-z])|(?:key|token|secret|password|here)[-_ ](?:goes[-_ ])?here|dummy|placeholder|do[-_ ]?not[-_ ]?use|test[-_ ]?(?:only|key|token|secret|pass)|(?:key|token|secret|pass(?:word)?)[-_]?(?:123|abc)|to[-_ ]be[-_ ](?:set|filled|replaced|defined)/i;

/** The alphabet or the digits in order, long enough to be no accident. */
const SEQUENCE =
  /01234567|12345678|23456789|87654321|98765432|abcdefg|ABCDEFG|qwerty|asdfgh|deadbeef|cafebabe|(?:123){3}|(?:abc){3}/;

function onlyFewCharacters(text: string): boolean {
  if (text.length < 6) return new Set(text).size === 1;
  return new Set(text.replace(/[-_.:/]/g, "")).size <= Math.min(3, Math.floor(text.length / 4));
}

/** Ordinary words, a sentence, a path, an identifier, a URL without credentials, an environment name, a CSS class … */
export function isWordlike(value: string): boolean {
  const text = value.trim();
  if (text.length === 0 || /\s/.test(text)) return text.length === 0 || !/^[A-Za-z0-9+/=\s]{40,}$/.test(text) || / [a-z]{2,} /.test(text);
  if (/^(?:\.{0,2}\/|~\/|@[\w-]+\/|[a-z]+:\/\/|[A-Za-z]:\\|#)/.test(text)) return true;
  if (/^[a-z]+\/[a-z0-9.+-]+(?:;.*)?$/.test(text) || /^\w+(?:\/[\w.{}:*-]+)+$/.test(text) && !randomLooking(text)) return true;
  const words = splitWords(text);
  return words.length > 0 && words.every((word) => /^\d{1,4}$/.test(word) || isWord(word));
}

/** The words of an identifier or phrase: `apiKeyV2` → `api`, `Key`, `V`, `2`. */
export function splitWords(text: string): readonly string[] {
  return text.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+|[^\x00-\x7f]+/g) ?? [];
}

/** Pronounceable: vowels between consonants as a language has them. Not a dictionary. */
export function isWord(word: string): boolean {
  if (!/^[A-Za-z]+$/.test(word)) return false;
  if (word.length <= 2) return true;
  const lower = word.toLowerCase();
  if (word.length === 3) return true;
  if (!/[aeiouy]/.test(lower)) return /^(?:html|http|https|xml|css|jwt|hmac|smtp|https?|grpc|sql|mysql|pgsql|kms|npm|png|svg|mp[34])$/.test(lower);
  return !/[bcdfghjklmnpqrstvwxz]{5,}|[aeiou]{4,}|q[^u]|[jqxz]{2}|[vwj][bcdfgkmpqtxz]|(.)\1\1/.test(lower);
}

/** Letters and digits mixed as chance mixes them. */
export function randomLooking(text: string): boolean {
  if (text.length < 12) return false;
  const switches = (text.match(/[A-Za-z]\d|\d[A-Za-z]|[a-z][A-Z]/g) ?? []).length;
  return switches >= text.length / 8 || entropy(text) >= 4;
}
