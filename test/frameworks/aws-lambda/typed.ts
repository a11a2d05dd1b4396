// file: src/orders/queue.ts
import type { Handler, S3Event, SQSHandler } from "aws-lambda";

export const handler: SQSHandler = async (event) => { // entry: queue orders/queue.handler
  for (const record of event.Records) console.log(record.body);
};
export const files: Handler<S3Event> = async (event) => {}; // entry: event orders/queue.files
export const helper = () => 1;
// file: src/orders/http.ts
import type { APIGatewayProxyEvent, ScheduledEvent } from "aws-lambda";

export async function create(event: APIGatewayProxyEvent) { // entry: ALL /*
  return { statusCode: 201, body: event.body };
}
async function nightly(event: ScheduledEvent) {} // entry: schedule orders/http.sweep
export const sweep = nightly;
