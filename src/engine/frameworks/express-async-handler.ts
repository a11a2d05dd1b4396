// https://www.npmjs.com/package/express-async-handler · https://www.npmjs.com/package/express-async-wrap
import { defineFramework } from "./define-framework.ts";

/** Hand the error of an asynchronous handler to `next`: the handler is given back, and runs when a request comes. */
export default defineFramework({
  title: "express-async-handler",
  packages: ["express-async-handler", "express-async-wrap"],
  receivers: [],
  wrappers: { "default()": 0 },
});
