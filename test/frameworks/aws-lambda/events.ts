// file: serverless.yml
service: x
provider:
  name: aws
  runtime: nodejs20.x
functions:
  hello:
    handler: src/handler.hello
    events:
      - httpApi: 'GET /hello'
      - http: POST /legacy
      - http:
          path: users/{id}
          method: get
          cors: true
      - httpApi:
          method: '*'
          path: /any
      - schedule: rate(10 minutes)
      - sqs:
          arn: arn:aws:sqs:us-east-1:1:MyQueue
          batchSize: 10
      - sns: topic-name
      - s3: photos
      - stream: arn:aws:dynamodb:x:1:table/foo/stream/1
      - websocket: $connect
      - eventBridge:
          pattern:
            source:
              - acme.orders
  catchall:
    handler: src/handler.catchall
    events:
      - httpApi: '*'
// file: src/handler.ts
export const hello = async (event) => ({ statusCode: 200, body: '' }); // entry: GET /hello // entry: POST /legacy // entry: GET /users/:id // entry: ALL /any // entry: schedule rate(10 minutes) // entry: queue MyQueue // entry: queue topic-name // entry: event photos // entry: queue foo // entry: socket $connect // entry: event acme.orders
export async function catchall(event) { return {}; } // entry: ALL /*
