// file: stacks/Api.ts
import { Api, StackContext, Queue, Cron } from 'sst/constructs';
export function API({ stack }: StackContext) {
  const api = new Api(stack, 'api', { routes: { 'GET /': 'packages/functions/src/lambda.handler', 'POST /todo': { function: { handler: 'packages/functions/src/todo.create' } } } });
  new Queue(stack, 'jobs', { consumer: 'packages/functions/src/q.main' });
  new Cron(stack, 'nightly', { schedule: 'rate(1 day)', job: 'packages/functions/src/q.cron' });
}
// file: packages/functions/src/lambda.ts
export const handler = async () => ({ statusCode: 200 }); // entry: GET /
// file: packages/functions/src/todo.ts
export const create = async () => ({ statusCode: 200 }); // entry: POST /todo
// file: packages/functions/src/q.ts
export const main = async (e) => {}; // entry: queue jobs
export const cron = async () => {}; // entry: schedule rate(1 day)
