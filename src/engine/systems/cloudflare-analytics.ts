// https://developers.cloudflare.com/analytics/analytics-engine/get-started/
import { defineSystem } from "./define-system.ts";

export default defineSystem({
  title: "Cloudflare Analytics Engine",
  category: "observability",
  packages: ["cloudflare:analytics"],
  clients: ["*"],
  calls: { writeDataPoint: { access: "call" } },
});
