const sessionSecret = process.env.SESSION_SECRET || "development-secret"; // silent: refused at start
if (process.env.NODE_ENV === "production" && sessionSecret === "development-secret") {
  throw new Error("SESSION_SECRET is not set");
}
export { sessionSecret };
