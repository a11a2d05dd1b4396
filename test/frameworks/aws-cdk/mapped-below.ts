// Below a domain's own path the address begins with it. https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-mappings.html

// file: lib/stack.ts
import * as path from "node:path";
import * as cdk from "aws-cdk-lib";
import * as apigateway from "aws-cdk-lib/aws-apigateway";
import { NodejsFunction } from "aws-cdk-lib/aws-lambda-nodejs";
export class Stack extends cdk.Stack {
  constructor(scope, id) {
    super(scope, id);
    const bills = new NodejsFunction(this, "bills", { entry: path.join(__dirname, "../src/bills.ts") });
    const rest = new apigateway.RestApi(this, "rest");
    new apigateway.BasePathMapping(this, "mapping", { restApi: rest, basePath: "v1" });
    rest.root.addResource("bills").addMethod("POST", new apigateway.LambdaIntegration(bills));
  }
}
// file: src/bills.ts
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();

export const handler = async (event) => { // entry: POST /bills
  switch (`${event.httpMethod} ${event.path}`) {
    case "POST /v1/bills":
      await prisma.bill.create({ data: { size: JSON.parse(event.body).size } }); // effect: write database bill, insert, unsafe
      return { statusCode: 201 };
  }
  return { statusCode: 404 };
};
