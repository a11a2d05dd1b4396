// https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-eventsource.html

// file: template.yaml
AWSTemplateFormatVersion: '2010-09-09'
Transform: AWS::Serverless-2016-10-31
Globals: { Function: { Timeout: 3 } }
Resources:
  HelloFn:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: hello-world/
      Handler: app.lambdaHandler
      Runtime: nodejs20.x
      Events:
        Api: { Type: Api, Properties: { Path: /hello, Method: get } }
        Http: { Type: HttpApi, Properties: { Path: '/items/{id}', Method: POST } }
        Sqs: { Type: SQS, Properties: { Queue: !GetAtt MyQueue.Arn, BatchSize: 10 } }
        Cron: { Type: Schedule, Properties: { Schedule: rate(5 minutes) } }
        CronV2: { Type: ScheduleV2, Properties: { ScheduleExpression: 'cron(0 1 * * ? *)' } }
        Sns: { Type: SNS, Properties: { Topic: !Ref MyTopic } }
        Ddb: { Type: DynamoDB, Properties: { Stream: !GetAtt MyTable.StreamArn, StartingPosition: LATEST } }
        Kin: { Type: Kinesis, Properties: { Stream: arn:aws:kinesis:us-east-1:1:stream/my-stream, StartingPosition: LATEST } }
        Eb: { Type: EventBridgeRule, Properties: { Pattern: { source: [aws.ec2], detail-type: [Changed] } } }
        S3e: { Type: S3, Properties: { Bucket: !Ref ImagesBucket, Events: 's3:ObjectCreated:*' } }
  MyQueue: { Type: AWS::SQS::Queue, Properties: { QueueName: orders } }
// file: hello-world/app.mjs
export const lambdaHandler = async (event, context) => ({ statusCode: 200, body: '' }); // entry: GET /hello // entry: POST /items/:id // entry: queue orders // entry: schedule rate(5 minutes) // entry: queue MyTopic // entry: event Changed // entry: event ImagesBucket // entry: queue my-stream // entry: queue MyTable // entry: schedule 0 1 * * ? *
