// file: lib/stack.ts
import * as cdk from 'aws-cdk-lib';
import { Construct } from 'constructs';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { HttpApi, HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as path from 'path';
export class Stack extends cdk.Stack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const getFn = new NodejsFunction(this, 'get', { entry: path.join(__dirname, '../src/get.ts'), handler: 'handler' });
    const worker = new NodejsFunction(this, 'worker', { entry: 'src/worker.ts' });
    const fn2 = new lambda.Function(this, 'F2', { runtime: lambda.Runtime.NODEJS_20_X, code: lambda.Code.fromAsset('src'), handler: 'post.handler' });
    const api = new apigateway.RestApi(this, 'api');
    const items = api.root.addResource('items');
    items.addMethod('GET', new apigateway.LambdaIntegration(getFn));
    const one = items.addResource('{id}');
    one.addMethod('POST', new apigateway.LambdaIntegration(fn2));
    const http = new HttpApi(this, 'http');
    http.addRoutes({ path: '/http/{id}', methods: [HttpMethod.GET, HttpMethod.PUT], integration: new HttpLambdaIntegration('I', getFn) });
    const queue = new sqs.Queue(this, 'Orders', { queueName: 'orders' });
    worker.addEventSource(new SqsEventSource(queue));
    new events.Rule(this, 'R', { schedule: events.Schedule.rate(cdk.Duration.minutes(5)), targets: [new targets.LambdaFunction(worker)] });
  }
}
// file: src/get.ts
export const handler = async (event) => ({ statusCode: 200 }); // entry: GET /items // entry: GET /http/:id // entry: PUT /http/:id
// file: src/post.ts
export const handler = async (event) => ({ statusCode: 200 }); // entry: POST /items/:id
// file: src/worker.ts
export const handler = async (event) => { for (const r of event.Records) {} }; // entry: queue orders // entry: schedule rate(5 minutes)
