// https://www.serverless.com/framework/docs/providers/aws/guide/events

// file: serverless.yml
service: svc
provider:
  name: aws
  runtime: nodejs20.x
functions:
  hello:
    handler: src/hello.handler
    events:
      - httpApi: 'GET /hello'
      - http: { path: '/users/{id}', method: post }
      - httpApi: { method: '*', path: '/any/{proxy+}' }
      - httpApi: '*'
  cron:
    handler: src/jobs.cron
    events:
      - schedule: rate(2 hours)
      - schedule: { rate: ['cron(0 12 * * ? *)'], enabled: true }
      - eventBridge: { schedule: 'rate(10 minutes)' }
  q:
    handler: src/jobs.q
    events:
      - sqs: arn:aws:sqs:region:XXXXXX:myQueue
      - sqs: { arn: !GetAtt MyOther.Arn, batchSize: 10 }
      - sns: topic-name
      - sns: { topicName: other-topic }
      - stream: arn:aws:dynamodb:region:XXXXXX:table/foo/stream/1970
      - stream: { type: kinesis, arn: 'arn:aws:kinesis:region:XXXXXX:stream/foobar' }
      - s3: { bucket: photos, event: 's3:ObjectCreated:*' }
      - eventBridge: { eventBus: b, pattern: { source: [acme], detail-type: [x.y] } }
      - websocket: $connect
      - cognitoUserPool: { pool: MyPool, trigger: PreSignUp }
      - kafka: { topic: MyKafkaTopic }
  url:
    handler: src/hello.url
    url: true
// file: src/hello.ts
import type { APIGatewayProxyHandlerV2 } from 'aws-lambda';
export const handler: APIGatewayProxyHandlerV2 = async (event) => ({ statusCode: 200, body: 'x' }); // entry: GET /hello // entry: POST /users/:id // entry: ALL /any/:proxy* // entry: ALL /*
export const url = async (event) => ({ statusCode: 200 }); // entry: function url
// file: src/jobs.ts
export const cron = async () => {}; // entry: schedule rate(2 hours) // entry: schedule rate(10 minutes) // entry: schedule 0 12 * * ? *
export const q = async (event) => {}; // entry: queue myQueue // entry: queue MyOther // entry: queue topic-name // entry: queue other-topic // entry: event photos // entry: event x.y // entry: socket $connect // entry: queue MyKafkaTopic // entry: function cognitoUserPool // entry: queue foo // entry: queue foobar
