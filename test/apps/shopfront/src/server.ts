import { app } from "./app.ts";
import { config } from "./config.ts";
import { migrate } from "./db.ts";
import { startReceiptWorker } from "./jobs/receipts.ts";
import { startRenewals } from "./jobs/renewals.ts";
import { startShipmentWorker } from "./jobs/shipments.ts";

await migrate();
startReceiptWorker();
startShipmentWorker();
startRenewals();

const server = app.listen(config.port, () => {
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : config.port;
  console.log(`Shopfront listens on http://127.0.0.1:${port}`);
});
