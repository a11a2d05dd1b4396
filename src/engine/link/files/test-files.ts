/** Which files are tests, by their names. */

/** Tests, and doubles of providers, start servers of their own: these are no part of the service. */
export function isTest(path: string): boolean {
  return TEST.test(path.replace(ROUTE, "$1").replace(ADDRESS, "$1")) || (CONFIG.test(path) && !OWN_CONFIG.test(path));
}

/** Names of folders that are parts of addresses: `app/api/webhooks/test/route.ts` is no test. */
const ROUTE = /^(.*?(?:^|\/)(?:app|src\/routes)\/)(?:.*\/)?(?:route|\+server|\+page\.server)\.[cm]?[jt]sx?$/;
/** So are those right below a folder of routes: `routes/example/index.js`, `server/api/test/echo.get.ts`. */
const ADDRESS = /((?:^|\/)(?:routes|server\/api|pages\/api)\/)(?:tests?|examples?|specs?|mocks?)\//;
const TEST =
  /(?:^|\/)(?:__tests__|__mocks__|tests?|specs?|e2e|cypress|fixtures?|__fixtures__|mocks?|examples?|benchmarks?)\/|\.(?:test|spec|e2e|stories|bench|mock)\.[cm]?[jt]sx?$|(?:^|\/)[^/]*(?:-spec|\.e2e-spec|-(?:double|stub|fake))\.[cm]?[jt]s$/i;
/** What a tool is told at the root of a package: `vite.config.ts`. Those of some frameworks list handlers. */
const CONFIG = /(?:^|\/)(?!(?:sst|nuxt|nitro)\.config)[^/]*\.config\.[cm]?[jt]s$/i;
/** Among the sources it is the service's own: `src/config/validation.config.ts`, which sets up the application. */
const OWN_CONFIG =
  /(?:^|\/)(?:src|server|lib|configs?|configuration)\/(?:.*\/)?(?!(?:vite|vitest|jest|playwright|webpack)\.)[^/]+$/;
