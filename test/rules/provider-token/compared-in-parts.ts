// The literal may stand first, and a part of a header is compared like the header.
export const isFirst = (request) => "«32h»" === request.headers.authorization; // expect: provider-token
export const isMethod = (request) => "multipart-2024" === request.headers.accept; // silent: no name of a secret
// file: src/scheme.ts
export const isLater = (authHeader) => authHeader.split(" ")[1] === "«32»"; // expect: provider-token
// file: src/bearer.ts
export const isCaller = (request) => request.headers["authorization"]?.replace("Bearer ", "") !== "«32»"; // expect: provider-token
// file: src/kind.ts
export const isBearer = (authHeader) => authHeader.split(" ")[0] === "Bearer"; // silent: the scheme
export const isBasic = (authHeader) => authHeader.slice(0, 5) !== "Basic"; // silent: the scheme
