// file: sst.config.ts
/// <reference path="./.sst/platform/config.d.ts" />
export default $config({
  app(input) { return { name: 'x', home: 'aws' }; },
  async run() {
    const bucket = new sst.aws.Bucket('B');
    const api = new sst.aws.ApiGatewayV2('MyApi');
    api.route('GET /', { handler: 'src/lambda.handler', link: [bucket] });
    api.route('POST /upload', 'src/lambda.upload');
    const queue = new sst.aws.Queue('MyQueue');
    queue.subscribe('src/lambda.subscriber');
    new sst.aws.Cron('MyCron', { schedule: 'rate(1 minute)', function: 'src/lambda.cron' });
    new sst.aws.Function('Fn', { url: true, handler: 'src/lambda.handler' });
  },
});
// file: src/lambda.ts
export const handler = async () => ({ statusCode: 200 }); // entry: GET / // entry: function Fn
export const upload = async () => ({ statusCode: 200 }); // entry: POST /upload
export const subscriber = async (e) => {}; // entry: queue MyQueue
export const cron = async () => {}; // entry: schedule rate(1 minute)
