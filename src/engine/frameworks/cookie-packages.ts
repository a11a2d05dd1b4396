// https://www.npmjs.com/package/cookie · https://www.npmjs.com/package/cookies · https://www.npmjs.com/package/nookies · https://www.npmjs.com/package/cookies-next · https://www.npmjs.com/package/universal-cookie
import { defineFramework } from "./define-framework.ts";

/** What packages that read cookies give, whichever framework's request they are given. */
export default defineFramework({
  title: "Cookie packages",
  packages: ["cookie", "cookies", "nookies", "next-cookies", "cookies-next", "cookies-next/server", "universal-cookie"],
  receivers: [],
  values: {
    parse: "cookies",
    "default.parse": "cookies",
    parseCookie: "cookies",
    parseCookies: "cookies",
    "default.get": "cookies",
    getCookie: "cookies",
    getCookies: "cookies",
    "new default().get": "cookies",
    "new default().getAll": "cookies",
    default: "cookies",
  },
});
