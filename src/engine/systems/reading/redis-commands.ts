// https://redis.io/docs/latest/commands/
/** What Redis commands do, for every client: names are lower case. */
import type { CallDefinition, CallView } from "../define-system.ts";
import { field, literalText } from "./terms.ts";

const list = (names: string) => new Set(names.split(" "));

const READ = list(
  "get mget getrange strlen exists ttl pttl expiretime keys scan scaniterator scanstream hscanstream sscanstream zscanstream type dump touch object memory randomkey dbsize ping echo info time " +
    "hget hgetall hmget hkeys hvals hlen hexists hscan hscaniterator hrandfield hstrlen httl llen lrange lindex lpos smembers sismember smismember scard " +
    "srandmember sscan sscaniterator sdiff sinter sintercard sunion zrange zrangebyscore zrevrange zrevrangebyscore zrangewithscores zrangebylex zscore " +
    "zmscore zcard zcount zlexcount zrank zrevrank zscan zscaniterator zdiff zinter zunion zrandmember xlen xrange xrevrange xread xpending xinfo " +
    "xinfogroups xinfostream bitcount bitpos getbit pfcount geopos geodist geosearch georadius geohash json.get json.mget json.type json.arrlen " +
    "json.strlen json.objkeys ft.search ft.info ft.aggregate watch unwatch subscribe psubscribe ssubscribe",
);
const SET = list(
  "set setex psetex mset hset hmset hsetex expire pexpire expireat pexpireat hexpire persist rename copy restore setbit setrange ltrim lset zadd " +
    "pfmerge xack xgroup xgroupcreate xtrim geoadd json.set json.mset json.merge getex zrangestore sdiffstore sinterstore sunionstore sort config",
);
/** Refused, and told by the reply, where the key or member is there already. */
const CLAIM = list("setnx hsetnx msetnx sadd pfadd");
const DELETE = list(
  "del unlink hdel srem zrem getdel flushall flushdb lrem zremrangebyscore zremrangebyrank zremrangebylex xdel hgetdel json.del json.forget ft.dropindex",
);
const APPEND = list("append lpush rpush lpushx rpushx linsert json.arrappend json.arrinsert json.strappend");
const INCREMENT = list(
  "incr incrby incrbyfloat decr decrby hincrby hincrbyfloat zincrby json.numincrby json.nummultby",
);
const PUBLISH = list("publish spublish xadd");
/** Takes an element: another one at every run. */
const TAKE = list(
  "lpop rpop blpop brpop lmpop blmpop lmove blmove rpoplpush brpoplpush smove spop zpopmin zpopmax bzpopmin bzpopmax zmpop xreadgroup xautoclaim xclaim",
);
const SCRIPT = list("eval evalsha evalro fcall call sendcommand");

/** The effect of a command by the client's method: `hSet`, `HSET` and `hset` are one. */
export function redisCommand(call: CallView): CallDefinition | readonly CallDefinition[] | undefined {
  const [family, method] = call.path.slice(-2);
  const last = (call.path.at(-1) ?? "").toLowerCase();
  const name =
    method !== undefined && /^(?:json|ft|bf|ts|cf)$/i.test(family ?? "") ? `${family?.toLowerCase()}.${last}` : last;
  const target = "$0";

  if (READ.has(name)) return { access: "read", target };
  if (name === "set" && onlyIfAbsent(call)) return claim(call);
  if (CLAIM.has(name)) return claim(call);
  if (name === "setex" || name === "psetex") return { access: "write", operation: "set", target, data: "$2" };
  if (SET.has(name)) return { access: "write", operation: "set", target, data: "$1" };
  if (DELETE.has(name)) return { access: "write", operation: "delete", target };
  if (APPEND.has(name)) return { access: "write", operation: "append", target, data: "$1" };
  if (INCREMENT.has(name)) return { access: "write", operation: "increment", target };
  if (PUBLISH.has(name)) return { access: "publish", target, data: "$1", category: "queue" };
  if (TAKE.has(name)) return { access: "write", operation: "call", target };
  if (SCRIPT.has(name)) return { access: "call" };
  return undefined;
}

function claim(call: CallView): CallDefinition {
  const key = call.arguments[0] ?? call.terms.unknown([]);
  return {
    access: "write",
    operation: "upsert",
    target: "$0",
    data: "$1",
    where: call.terms.object([{ key: "key", value: key }]),
    conflict: ["key"],
  };
}

/** `set(k, v, "EX", 60, "NX")`, `set(k, v, { NX: true })`, `set(k, v, { condition: "NX" })`. */
function onlyIfAbsent(call: CallView): boolean {
  return call.arguments.slice(2).some((argument) => {
    if (literalText(argument)?.toUpperCase() === "NX") return true;
    const flag = field(argument, "NX") ?? field(argument, "nx");
    if (flag) return !(flag.kind === "literal" && flag.value === false);
    return literalText(field(argument, "condition"))?.toUpperCase() === "NX";
  });
}
