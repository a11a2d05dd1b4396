/** What calls do with a value that they are given, told by their names. */

/** Calls that hand their argument on as it is. */
export const PASSES =
  /(?:^|\.)(?:from|atob|btoa|decodeURIComponent|decodeURI|unescape|String|trim|toString|encode|hash|hashSync|hashPassword|createSecretKey|default|optional|catch|prefault|freeze|alloc|of|resolve|decode|stringify|parse|concat|reveal|unwrap|defaultTo|withDefault|toLowerCase|normalize|base64|hex|utf8|redact|Object\.freeze|ref|computed|signal|atom|useState|useRef|useMemo|memo|asValue|secret|string|str|SecretValue|unsafePlainText|Redacted\.make|encodeBase64|decodeBase64|fromBase64|toBase64|utf8ToBytes|hexToBytes|toUtf8Bytes|toBytes|new Set|new Map|new Headers|new URLSearchParams)$/;

/** Compares its arguments, or its argument with what it is called on. */
export const COMPARES =
  /(?:^|\.)(?:timingSafe\w*|safeCompare|secureCompare|safeEqual|tsscmp|scmp|constantTime\w*|constant_time_compare|isEqual|equals?|strictEqual|bufferEqual|compareStrings|localeCompare|secretsMatch|tokensMatch|safeStringCompare|is)$/;

/** Compares what only a secret is compared like: in the same time whatever the values. */
export const CONSTANT_TIME =
  /(?:^|\.)(?:timingSafe\w*|safeCompare|secureCompare|safeEqual|tsscmp|scmp|constantTime\w*|constant_time_compare|secretsMatch|tokensMatch|safeStringCompare)(?:#\d)?$/;

/** Reads the environment or configuration by name: `config.get("NAME", "default")`. */
export const READS =
  /(?:^|\.)(?:get|getOrThrow|getOrDefault|getEnv|env|getenv|getString|str|string|variable|fromEnv|readEnv|envOr|optionalEnv|requireEnv|asString|lookup|getConfig|array|envString|getEnvVar|getEnvironmentVariable|getVar|getValue|setting|param|\w+env(?:var|variable|or\w+)?)$/i;

/** Sets one entry of a map, header or cookie: the first argument is the name. */
export const SETS =
  /(?:^|\.)(?:set|setHeader|header|append|add|put|setItem|setRequestHeader|cookie|setCookie|define|provide|register|field|query|withHeader|addHeader|setdefault|prop|store|setSecret|setProperty|setEnv|decorate|constant|write|type|fill)$/;

/** Takes the way to a value as an array of names: Immutable, Ramda, forms. */
export const WAYS =
  /^(?:(?:get|set|has|update|delete|remove|merge)In|path|pathOr|pathEq|hasPath|assocPath|lensPath|dissocPath)$/;
