const sessionSecret = process.env.SESSION_SECRET || "development-secret"; // silent: refused at start
if (process.env.NODE_ENV === "production" && sessionSecret === "development-secret") {
  throw new Error("SESSION_SECRET is not set");
}
export { sessionSecret };

const apiToken = process.env.FERRY_API_TOKEN ?? "«32»"; // expect: env-fallback
if (!apiToken) throw new Error("FERRY_API_TOKEN is not set"); // what holds the fallback is never missing

const cookieSecret = process.env.COOKIE_SECRET || "correct-horse-4711"; // silent: asked of the environment itself
if (!process.env.COOKIE_SECRET) {
  throw new Error("COOKIE_SECRET is not set");
}

const jwtSecret = process.env.JWT_SECRET || "correct-horse-4712"; // expect: env-fallback
if (jwtSecret === "dev") throw new Error("JWT_SECRET is that of development"); // another value

export { apiToken, cookieSecret, jwtSecret };
