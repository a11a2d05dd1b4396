/** Calls of packages that give another value at every run: no such value can tell a repeated request from a new one. */
import type { ExternalTerm } from "../adapters/call-view.ts";

const RANDOM: Readonly<Record<string, readonly string[]>> = {
  uuid: ["v1()", "v4()", "v6()", "v7()", "default()"],
  nanoid: ["nanoid()", "default()", "customAlphabet()()", "random()"],
  "nanoid/async": ["nanoid()", "customAlphabet()()"],
  "nanoid/non-secure": ["nanoid()", "customAlphabet()()"],
  cuid: ["default()"],
  "@paralleldrive/cuid2": ["createId()", "init()()"],
  ulid: ["ulid()", "default()", "factory()()", "monotonicFactory()()"],
  ulidx: ["ulid()", "monotonicFactory()()"],
  uuidv7: ["uuidv7()"],
  "node:crypto": ["randomUUID()", "randomBytes()", "randomInt()", "getRandomValues()", "randomFillSync()"],
  "short-uuid": ["generate()"],
  uniqid: ["default()"],
  "random-string": ["default()"],
  randomstring: ["generate()"],
  "crypto-random-string": ["default()"],
  "otp-generator": ["generate()"],
  shortid: ["generate()", "default()"],
  "short-unique-id": ["rnd()", "randomUUID()", "stamp()"],
  uid: ["uid()"],
  "uid/secure": ["uid()"],
  lodash: ["random()", "sample()", "sampleSize()", "shuffle()"],
  "pure-rand": ["uniformIntDistribution()", "unsafeUniformIntDistribution()"],
};
/** Ids that a driver makes. What they are given is the id that is meant. */
const NEW_ID = /^(?:mongodb|mongoose|bson)$/;
const TIME: Readonly<Record<string, readonly string[]>> = {
  dayjs: ["default()"],
  moment: ["default()", "now()", "utc()"],
  luxon: ["now()"],
};

export function unstablePackageCall(term: ExternalTerm): "random" | "time" | undefined {
  const last = term.path.at(-1) ?? "";
  if (RANDOM[term.package]?.includes(last)) return "random";
  if (NEW_ID.test(term.package) && last === "new ObjectId()" && (term.arguments?.length ?? 0) === 0) return "random";
  return TIME[term.package]?.includes(last) && (term.arguments?.length ?? 0) === 0 ? "time" : undefined;
}
