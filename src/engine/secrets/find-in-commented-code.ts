/** Keys in code that somebody commented out: `// const client = new Acme("…");`. */
import { describeJudgement, ruleOf } from "./find-by-name.ts";
import { judge } from "./judge/judge.ts";
import { strength } from "./judge/shape.ts";
import { isUuid, mayMatter } from "./judge/value-tests.ts";
import { contextOf, type Search } from "./search.ts";
import { type Tokens, tokenize } from "./tokens/lexer.ts";
import { literalSites } from "./tokens/literals.ts";
import type { LiteralSite } from "./tokens/sites.ts";

/** Longest comment that is read as code, in characters. */
const LONGEST = 2_000;

/** So many comments of a file are read, for each is read like a file of its own. */
const MOST = 24;

/** Adds the random values that a call in a comment is given; words in comments are examples, and stay silent. */
export function findInCommentedCode(search: Search, { comments }: Tokens): void {
  let read = 0;
  for (let index = 0; index < comments.length && read < MOST; index += 2) {
    const start = comments[index] as number;
    const end = comments[index + 1] as number;
    // What documents a function shows how it is called.
    if (end - start < 30 || end - start > LONGEST || search.text.startsWith("/**", start)) continue;
    const body = search.text.slice(start + 2, end);
    const given = body.includes("(") ? GIVEN.exec(body)?.[1] : undefined;
    if (given === undefined || !isRandom(given) || EXAMPLE.test(body)) continue;
    read++;
    const sites = literalSites(tokenize(body), mayMatter);
    for (const site of sites) findCommented(search, site, start + 2);
  }
}

/** A value without spaces, where an argument or an option ends. */
const GIVEN = /["'`]([\w+/=.:!@#$%^&*-]{14,200})["'`]\s{0,3}[,)}]/;

const EXAMPLE = /\b(?:e\.g|eg|example|sample|returns?|usage|such as|like|i\.e)\b/i;

function findCommented(search: Search, site: LiteralSite, offset: number): void {
  const { value, names } = site;
  if (site.partial || !isRandom(value)) return;
  if (!names.some((name) => name.includes("#"))) return;
  const start = site.start + offset + 1;
  const end = site.end + offset - 1;
  if (search.drafts.some((draft) => draft.start < end && start < draft.end)) return;
  const context = contextOf(search, start, end);
  const judgement = judge({ ...site, fallback: false, place: "comment", context });
  if (judgement === undefined || judgement.group === "password") return;
  const rule = ruleOf(search, judgement, false, context);
  if (rule === undefined) return;
  search.drafts.push({
    rule,
    ...describeJudgement(judgement, names, search, { start, end }),
    value,
    start,
    end,
    names,
    place: "comment",
  });
}

function isRandom(value: string): boolean {
  return strength(value) === "strong" || isUuid(value);
}
