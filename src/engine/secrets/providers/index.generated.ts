/** Every token format of every provider, by file. Written by `npm run generate`. */

import ai from "./ai.ts";
import cloud from "./cloud.ts";
import code from "./code.ts";
import data from "./data.ts";
import type { TokenFormat } from "./define-provider.ts";
import developerServices from "./developer-services.ts";
import messaging from "./messaging.ts";
import observability from "./observability.ts";
import payments from "./payments.ts";
import platforms from "./platforms.ts";
import regionalPayments from "./regional-payments.ts";
import toolsAndApis from "./tools-and-apis.ts";
import webhookAddresses from "./webhook-addresses.ts";

export const TOKEN_FORMATS: readonly TokenFormat[] = [
  ...ai,
  ...cloud,
  ...code,
  ...data,
  ...developerServices,
  ...messaging,
  ...observability,
  ...payments,
  ...platforms,
  ...regionalPayments,
  ...toolsAndApis,
  ...webhookAddresses,
];
